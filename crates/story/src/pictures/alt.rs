use crate::model::Image;

/// What is to be seen on a picture, for who cannot see it. None where nothing real is said:
/// editors' systems fill in the file's name, which tells nobody anything.
#[must_use]
pub fn alt(image: &Image) -> Option<&str> {
    image.alt.as_deref().map(str::trim).filter(|alt| !alt.is_empty() && !is_file_name(alt))
}

/// Endings of picture files.
const ENDINGS: [&str; 14] = [
    "jpg", "jpeg", "jfif", "png", "gif", "webp", "avif", "heic", "heif", "bmp", "tif", "tiff",
    "svg", "raw",
];

/// Names that cameras, phones and messengers give, without the digits.
const CAMERAS: [&str; 12] = [
    "img",
    "dsc",
    "dscn",
    "dscf",
    "image",
    "photo",
    "pic",
    "picture",
    "screenshot",
    "wp",
    "pxl",
    "untitled",
];

/// `IMG_2023….jpg`, `DSC_0001.JPG`, `z4635….jpg`, `image1.png`, `DSC01234`, `IMG_20230825_195219`.
fn is_file_name(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if let Some((stem, ending)) = lower.rsplit_once('.')
        && ENDINGS.contains(&ending)
        && !stem.is_empty()
    {
        return true;
    }
    // Without an ending: one word of a camera's name, digits and marks.
    let name: String = lower.chars().take_while(char::is_ascii_alphabetic).collect();
    let rest = lower.get(name.len()..).unwrap_or_default();
    let numbered = rest.chars().any(|c| c.is_ascii_digit())
        && rest
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '_' | '-' | '(' | ')' | '~' | 'e'));
    let messenger = name == "z" && rest.len() >= 10;
    numbered
        && (CAMERAS.contains(&name.as_str()) || messenger || (name.is_empty() && rest.len() >= 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_never_reach_a_reader() {
        let dropped = [
            "IMG_20230825_195219.jpg",
            "DSC_0001.JPG",
            "z4635123456789_ab12cd.jpg",
            "image1.png",
            "IMG_20230825_195219",
            "DSC01234",
            "dscf0042",
            "z4635123456789",
            "20230825_195219",
            "anh dai bieu.jpeg",
            "Ảnh 1.JPG",
            "a.webp",
            "photo-1",
            "  ",
            "",
        ];
        for text in dropped {
            assert!(text.trim().is_empty() || is_file_name(text), "{text}");
        }
        let kept = [
            "Ruộng bậc thang mùa nước đổ",
            "Phiên chợ năm 2023",
            "Ảnh 1",
            "Image of a market",
            "Cột mốc 2.143",
            "Zalo",
            "1945",
            "Đèo cao 1.200 m.",
            "Photo: a bridge",
        ];
        for text in kept {
            assert!(!is_file_name(text), "{text}");
        }
    }
}

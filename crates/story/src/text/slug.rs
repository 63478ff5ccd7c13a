use super::fold;
use crate::model::Slug;

/// The longest a slug made from a title gets, in bytes.
const MOST: usize = 80;

/// The words of an article's address, from its title: đ → d, marks dropped, cut at a word to at
/// most 80 bytes. None where the title leaves nothing.
///
/// A title gives the same slug for ever: addresses depend on it. The table in the tests only grows.
#[must_use]
pub fn slug_of(title: &str) -> Option<Slug> {
    let folded = fold(title);
    let mut slug = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        let dash = usize::from(!slug.is_empty());
        if slug.len() + dash + word.len() > MOST {
            if slug.is_empty() {
                // A single word longer than the limit: it is ASCII, so that any byte is a cut.
                slug.push_str(word.get(..MOST).unwrap_or_default());
            }
            break;
        }
        if dash == 1 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    Slug::new(slug).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn titles_keep_the_addresses_they_always_had() {
        let table = [
            (
                "Điện chia buồn nguyên Chủ tịch Đảng, nguyên Chủ tịch nước Lào Khamtai Siphandone từ trần",
                Some(
                    "dien-chia-buon-nguyen-chu-tich-dang-nguyen-chu-tich-nuoc-lao-khamtai-siphandone",
                ),
            ),
            // The same in NFD.
            ("Đie\u{302}\u{323}n chia buo\u{302}\u{300}n", Some("dien-chia-buon")),
            ("Ruộng bậc thang mùa nước đổ", Some("ruong-bac-thang-mua-nuoc-do")),
            (
                "Xứng đáng là đơn vị “Đi trước - chuẩn bị; Đi cùng - tham mưu; Đi sau - báo cáo; Đi tiếp - kết nối”.",
                Some(
                    "xung-dang-la-don-vi-di-truoc-chuan-bi-di-cung-tham-muu-di-sau-bao-cao-di-tiep",
                ),
            ),
            ("  30/4 – 1/5: 2 ngày  ", Some("30-4-1-5-2-ngay")),
            ("Café ở Đà Lạt & Sa Pa", Some("cafe-o-da-lat-sa-pa")),
            ("ỨỪỬỮỰ ẶẲẴ ỄỆ ỖỘ ỠỢ", Some("uuuuu-aaa-ee-oo-oo")),
            ("Nghĩa Lộ: “Xòe” giữa phố", Some("nghia-lo-xoe-giua-pho")),
            ("Quỳnh Nhai – Thuỷ, thủy, hoà & hòa", Some("quynh-nhai-thuy-thuy-hoa-hoa")),
            ("COVID-19/Ô nhiễm 100%", Some("covid-19-o-nhiem-100")),
            ("…!?", None),
            ("日本", None),
            ("", None),
        ];
        for (title, slug) in table {
            let forms = [title.to_owned(), title.nfc().collect(), title.nfd().collect::<String>()];
            for form in forms {
                assert_eq!(slug_of(&form).as_ref().map(Slug::as_str), slug, "{form}");
            }
        }
        let long = "a".repeat(200);
        assert_eq!(slug_of(&long).map(|slug| slug.as_str().len()), Some(80));
    }

    proptest! {
        #[test]
        fn both_ways_of_writing_marks_give_one_slug(title in "[ a-zA-Z0-9“”–àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđÀÁẠẢÃÂẦẤẬẨẪĂẰẮẶẲẴÈÉẸẺẼÊỀẾỆỂỄÌÍỊỈĨÒÓỌỎÕÔỒỐỘỔỖƠỜỚỢỞỠÙÚỤỦŨƯỪỨỰỬỮỲÝỴỶỸĐ]{0,60}") {
            let nfd: String = title.nfd().collect();
            let nfc: String = title.nfc().collect();
            prop_assert_eq!(slug_of(&nfd), slug_of(&nfc));
        }

        #[test]
        fn any_title_gives_a_good_slug_or_none(title in "\\PC*") {
            if let Some(slug) = slug_of(&title) {
                prop_assert!(slug.as_str().len() <= 80);
                prop_assert!(!slug.as_str().starts_with('-') && !slug.as_str().ends_with('-'));
                prop_assert!(!slug.as_str().contains("--"));
                prop_assert_eq!(slug_of(slug.as_str()), Some(slug));
            }
        }
    }
}

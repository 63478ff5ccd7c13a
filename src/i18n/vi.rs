use std::borrow::Cow;

use super::Say;

/// Vietnamese.
pub(super) fn say(what: Say) -> Cow<'static, str> {
    Cow::Owned(match what {
        Say::ReadingTime(minutes) => format!("{minutes} phút đọc"),
        Say::OpenPicture(n, all) => format!("Mở ảnh {n}/{all}"),
        Say::PictureOf(n, all) => format!("Ảnh {n} trên {all}"),
        Say::StoriesOf(first, last, all) => format!("Tin {first}–{last} trên {all}"),
        Say::Stories(n) => format!("{n} tin"),
        Say::ServerError(status) => format!("Máy chủ đang gặp lỗi ({status})."),
        Say::Photographs(n) => format!("{n} ảnh"),
        what => return Cow::Borrowed(words(what)),
    })
}

/// What is always said in the same words. Apart, so that it becomes a table and not code.
fn words(what: Say) -> &'static str {
    match what {
        Say::SkipToContent => "Bỏ qua đến nội dung",
        Say::Sections => "Chuyên mục",
        Say::OpenSections => "Mở chuyên mục",
        Say::YouAreHere => "Bạn đang ở",
        Say::Footer => "Chân trang",
        Say::Home => "Trang nhất",
        Say::Appearance => "Giao diện",
        Say::Light => "Sáng",
        Say::Dark => "Tối",
        Say::System => "Theo máy",
        Say::SaveData => "Tiết kiệm dữ liệu",
        Say::Tags => "Từ khóa",
        Say::Source => "Nguồn",
        Say::Corrections => "Đính chính",
        Say::Updated => "Cập nhật",
        Say::Listen => "Nghe bài viết",
        Say::Pictures => "Ảnh trong bài",
        Say::PreviousPicture => "Ảnh trước",
        Say::NextPicture => "Ảnh sau",
        Say::ZoomIn => "Phóng to",
        Say::ZoomOut => "Thu nhỏ",
        Say::AllPictures => "Tất cả ảnh",
        Say::SharePicture => "Chia sẻ ảnh này",
        Say::DownloadPicture => "Tải ảnh xuống",
        Say::Close => "Đóng",
        Say::PictureMissing => "Không tải được ảnh",
        Say::MoreInSection => "Tin cùng chuyên mục",
        Say::Previous => "Trước",
        Say::Next => "Sau",
        Say::YouMayLike => "Có thể bạn quan tâm",
        Say::TryAgain => "Thử lại",
        Say::ReloadPage => "Tải lại trang",
        Say::Share => "Chia sẻ",
        Say::CopyLink => "Chép liên kết",
        Say::LinkCopied => "Đã chép liên kết",
        Say::LinkNotCopied => "Không chép được liên kết",
        Say::ShareSheet => "Chia sẻ…",
        Say::MoreOfList => "Xem thêm",
        Say::Unfold => "Xem cả chú thích",
        Say::Fold => "Thu gọn",
        Say::NewStories => "Có tin mới",
        Say::ShowNew => "Xem tin mới",
        Say::Archive => "Lưu trữ",
        Say::Undated => "Không ghi ngày",
        Say::Newer => "Mới hơn",
        Say::Older => "Cũ hơn",
        Say::NoStories => "Chưa có tin nào.",
        Say::NotFound => "Không tìm thấy trang",
        Say::NotFoundText => "Trang này không còn, hoặc địa chỉ có chỗ gõ nhầm.",
        Say::ToHome => "Về trang nhất",
        Say::Offline => "Mất kết nối mạng.",
        Say::TimedOut => "Mạng quá chậm, chưa nhận được trả lời.",
        Say::CutOff => "Dữ liệu nhận về bị đứt giữa chừng.",
        Say::WrongData => "Dữ liệu của trang này bị lỗi.",
        Say::UnknownVersion => "Trang đã đổi phiên bản. Hãy tải lại trang.",
        Say::PrintedFrom => "In từ",
        Say::FollowUs => "Theo dõi báo",
        Say::ShowEmbed => "Xem nội dung",
        Say::EmbedNotice => "Nội dung lấy từ trang khác, chỉ tải khi bạn bấm.",
        Say::VideoStory => "Video",
        Say::PhotoStory => "Chùm ảnh",
        Say::Duration => "Thời lượng",
        Say::Latest => "Tin mới nhất",
        Say::Back => "Quay lại",
        // Said above, with their numbers.
        Say::ReadingTime(_)
        | Say::OpenPicture(_, _)
        | Say::PictureOf(_, _)
        | Say::StoriesOf(_, _, _)
        | Say::Stories(_)
        | Say::ServerError(_)
        | Say::Photographs(_) => "",
    }
}

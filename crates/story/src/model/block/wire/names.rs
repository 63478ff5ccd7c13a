/// Every field's name. `type` comes first: the browser's parser is asked for the fields in this
/// order, so that what follows is read by it.
pub(super) const NAMES: &[&str] = &[
    "type",
    "text",
    "level",
    "src",
    "width",
    "height",
    "alt",
    "caption",
    "credit",
    "focal",
    "placeholder",
    "variants",
    "images",
    "order",
    "by",
    "pull",
    "ordered",
    "items",
    "header",
    "rows",
    "poster",
    "captions",
    "duration",
    "provider",
    "url",
    "title",
    "body",
];

/// The fields of a type; none for a type that this version does not know. A field that is another
/// type's is an unknown one, and ignored whatever it holds.
pub(super) fn fields_of(kind: &str) -> Option<&'static [&'static str]> {
    Some(match kind {
        "paragraph" => &["text"],
        "heading" => &["level", "text"],
        "image" => &[
            "src",
            "width",
            "height",
            "alt",
            "caption",
            "credit",
            "focal",
            "placeholder",
            "variants",
        ],
        "gallery" => &["images", "caption", "order"],
        "quote" => &["text", "by", "pull"],
        "list" => &["ordered", "items"],
        "table" => &["header", "rows", "caption"],
        "video" => &["src", "poster", "captions", "caption", "duration"],
        "audio" => &["src", "title", "duration"],
        "embed" => &["provider", "url", "title", "poster"],
        "box" => &["title", "body"],
        "links" => &["items"],
        "divider" => &[],
        _ => return None,
    })
}

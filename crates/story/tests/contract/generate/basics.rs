use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use story::model::{ArticleId, Mark, Rich, Run, Slug, Span};
use story::time::Time;
use story::url::{ArchiveKey, SitePath};

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,12}", "[ a-zA-ZđĐếệ\"\\\\\n<&>]{0,20}", Just("Chợ nổi".to_owned())]
}

pub fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3)
}

pub fn id() -> impl Strategy<Value = ArticleId> {
    "[A-Za-z0-9_]{1,64}".prop_map(|id| ArticleId::new(id).expect("an id"))
}

pub fn slug() -> impl Strategy<Value = Slug> {
    "[a-z0-9-]{1,20}".prop_map(|slug| Slug::new(slug).expect("a slug"))
}

pub fn path() -> impl Strategy<Value = SitePath> {
    "/([a-zé0-9][a-z.% -]{0,6}/){0,3}".prop_map(|path| SitePath::new(path).expect("a path"))
}

pub fn time() -> impl Strategy<Value = Time> {
    (-62_000_000_000_i64..253_000_000_000, -1_439_i16..1_440)
        .prop_map(|(seconds, offset)| Time::from_epoch(seconds, offset))
}

pub fn key() -> impl Strategy<Value = ArchiveKey> {
    prop_oneof![
        Just("latest".to_owned()),
        Just("archive".to_owned()),
        "undated(_9_[A-Za-z0-9_]{1,9})?",
        "[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8])(T[01][0-9](-[0-5][0-9](_12_[A-Za-z0-9_]{1,12})?)?)?)?",
    ]
    .prop_map(|key| ArchiveKey::new(key).expect("a key"))
}

/// Seconds or a share of one, with few digits: the shortest decimal is then the same number.
pub fn number(to: u32) -> impl Strategy<Value = f64> {
    (0..=to * 1_000).prop_map(|thousandths| f64::from(thousandths) / 1_000.0)
}

fn span() -> impl Strategy<Value = Span> {
    let mark = prop::sample::select(vec![Mark::Strong, Mark::Em, Mark::Sub, Mark::Sup, Mark::S]);
    (text(), vec(mark, 0..3), option::of(text())).prop_map(|(text, marks, href)| Span {
        text,
        marks,
        href,
    })
}

pub fn rich() -> BoxedStrategy<Rich> {
    let run = prop_oneof![text().prop_map(Run::Plain), span().prop_map(Run::Span)];
    prop_oneof![text().prop_map(Rich::Plain), vec(run, 0..4).prop_map(Rich::Runs)].boxed()
}

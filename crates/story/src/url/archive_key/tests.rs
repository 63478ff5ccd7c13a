use proptest::prelude::*;

use super::*;

#[test]
fn every_key_knows_the_part_it_was_cut_from() {
    let table = [
        ("2023-08", Some("archive")),
        ("2023-08-25", Some("2023-08")),
        ("2023-08-25T19", Some("2023-08-25")),
        ("2023-08-25T19-52", Some("2023-08-25T19")),
        ("2023-08-25T19-52_6_3", Some("2023-08-25T19-52")),
        ("2023-08-25T19-52_6_37", Some("2023-08-25T19-52_6_3")),
        ("undated", Some("archive")),
        ("undated_6_3", Some("undated")),
        ("undated_6_37", Some("undated_6_3")),
        ("undated_6_3_", Some("undated_6_3")),
        ("archive", None),
        ("latest", None),
    ];
    for (key, parent) in table {
        let key = ArchiveKey::new(key).expect(key);
        assert_eq!(key.parent().as_ref().map(ArchiveKey::as_str), parent, "{key}");
    }
}

#[test]
fn a_part_knows_what_is_in_it() {
    let time: Time = "2023-08-25T19:52:10+07:00".parse().expect("a time");
    let table = [
        ("2023-08", true, false),
        ("2023-07", false, false),
        ("2023-08-25", true, false),
        ("2023-08-25T19", true, false),
        ("2023-08-25T19-52", true, false),
        ("2023-08-25T19-51", false, false),
        ("2023-08-25T19-52_6_37", true, false),
        ("2023-08-25T19-52_6_38", false, false),
        ("2023-08-25T19-52_7_37", false, false),
        ("undated", false, true),
        ("undated_6_3", false, true),
        ("undated_5_3", false, false),
        ("latest", false, false),
        ("archive", false, false),
    ];
    for (key, dated, undated) in table {
        let key = ArchiveKey::new(key).expect(key);
        assert_eq!(key.holds(Some(&time), "370001"), dated, "{key}");
        assert_eq!(key.holds(None, "370001"), undated, "{key}");
    }
}

#[test]
fn what_is_no_key_is_refused() {
    for text in [
        "",
        "2023",
        "2023-13",
        "2023-8",
        "2023-02-30",
        "2023-08-25T24",
        "2023-08-25T19:52",
        "2023-08-25T19-60",
        "2023-08_6_3",
        "latest_6_3",
        "undated_",
        "undated_6",
        "undated_0_1",
        "undated_2_abc",
        "undated_6_é",
        "../etc",
        "Latest",
        "2023-08-2ế",
    ] {
        assert_eq!(ArchiveKey::new(text), Err(BadKey(text.to_owned())), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_panics_and_parents_are_keys(text in "(2023-0[1-9]|undated|\\PC{0,4})(-[0-9]{2})?(T[0-9]{2})?(-[0-9]{2})?(_[0-9]_[a-z_]{1,4})?") {
        let key = ArchiveKey::new(text).ok();
        if let Some(parent) = key.as_ref().and_then(ArchiveKey::parent) {
            prop_assert!(ArchiveKey::new(parent.as_str()).is_ok());
            prop_assert!(Some(&parent) != key.as_ref());
        }
    }
}

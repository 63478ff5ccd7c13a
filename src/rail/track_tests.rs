use super::*;

/// Three cards of 284 pixels in view, and the spaces between them.
fn track(scrolled: f64, total: usize) -> Track {
    Track { pitch: 300.0, gap: 16.0, port: 884.0, scrolled, total, base: 0 }
}

/// One card of 292 in view and a quarter of the next.
fn phone(scrolled: f64, total: usize) -> Track {
    Track { pitch: 308.0, gap: 16.0, port: 374.0, scrolled, total, base: 0 }
}

/// Numbers from 0 to 1, the same every time.
fn random(seed: u32) -> impl FnMut() -> f64 {
    let mut seed = seed;
    move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 8) / f64::from(1 << 24)
    }
}

#[test]
fn only_cards_near_the_port_are_wanted() {
    let table = [
        (0.0, 120, Span { from: 0, to: 7 }, Span { from: 0, to: 3 }),
        (900.0, 120, Span { from: 0, to: 10 }, Span { from: 3, to: 6 }),
        (3_100.0, 10_000, Span { from: 6, to: 18 }, Span { from: 10, to: 13 }),
        (35_100.0, 120, Span { from: 113, to: 120 }, Span { from: 117, to: 120 }),
        (0.0, 2, Span { from: 0, to: 2 }, Span { from: 0, to: 2 }),
        (0.0, 0, Span { from: 0, to: 0 }, Span { from: 0, to: 0 }),
    ];
    for (scrolled, total, wanted, in_view) in table {
        let track = track(scrolled, total);
        assert_eq!((track.wanted(), track.in_view()), (wanted, in_view), "{track:?}");
    }
}

#[test]
fn files_are_wanted_two_views_ahead() {
    let table = [
        (track(0.0, 120), Span { from: 0, to: 9 }),
        (track(3_000.0, 120), Span { from: 4, to: 19 }),
        (phone(3_080.0, 120), Span { from: 8, to: 14 }),
    ];
    for (track, ahead) in table {
        assert_eq!(track.ahead(), ahead, "{track:?}");
    }
}

#[test]
fn the_number_of_cards_does_not_grow_with_the_list() {
    for at in 0..1_000_u32 {
        let wanted = track(f64::from(at) * 977.0, 10_000).wanted();
        assert!(wanted.to - wanted.from <= 12, "{wanted:?}");
    }
}

#[test]
fn buttons_go_by_what_is_in_view_and_stop_at_the_ends() {
    let table = [(0.0, 1, 900.0), (900.0, -1, 0.0), (450.0, -1, 0.0), (2_000.0, 1, 2_100.0)];
    for (scrolled, by, to) in table {
        assert!((track(scrolled, 10).step(scrolled, by) - to).abs() < 0.5, "{scrolled} {by}");
    }
    assert!(track(0.0, 10).at_start() && !track(0.0, 10).at_end());
    assert!(track(2_100.0, 10).at_end());
    assert!(track(0.0, 2).at_start() && track(0.0, 2).at_end());
    assert!((phone(308.0, 10).step(308.0, 1) - 616.0).abs() < 0.5);
}

#[test]
fn it_rests_at_a_cards_edge_or_at_the_end() {
    let table = [
        (0.0, None),
        (301.0, None),
        (310.0, Some(300.0)),
        (449.0, Some(300.0)),
        (451.0, Some(600.0)),
        // The end of ten cards is at 2100, of eleven at 2400; the end is an edge.
        (2_040.0, Some(2_100.0)),
        (2_099.0, None),
    ];
    for (scrolled, to) in table {
        assert_eq!(track(scrolled, 10).astray(), to, "{scrolled}");
    }
    // On a phone the last card's place is no multiple of the pitch.
    assert_eq!(phone(2_600.0, 10).astray(), Some(2_464.0));
    assert_eq!(phone(2_690.0, 10).astray(), None);
}

#[test]
fn a_throw_goes_on_in_its_direction() {
    let table = [
        (track(310.0, 100), 0.0, 300.0),
        (track(310.0, 100), 0.5, 600.0),
        (track(310.0, 100), -0.5, 300.0),
        (track(590.0, 100), -0.5, 300.0),
        (track(310.0, 100), 3.0, 900.0),
        (track(310.0, 100), -9.0, 0.0),
        (track(310.0, 4), 9.0, 300.0),
    ];
    for (track, speed, to) in table {
        assert!((track.thrown(speed) - to).abs() < 0.5, "{track:?} {speed}");
    }
}

#[test]
fn a_card_half_in_view_is_brought_in_whole() {
    let table = [
        (track(300.0, 100), -300.0, Some(0.0)),
        (track(300.0, 100), 0.0, None),
        (track(300.0, 100), 600.0, None),
        (track(300.0, 100), 900.0, Some(600.0)),
        (track(450.0, 100), -150.0, Some(300.0)),
        (phone(0.0, 100), 0.0, None),
        (phone(0.0, 100), 308.0, Some(308.0)),
        (phone(2_690.0, 10), 82.0, None),
    ];
    for (track, edge, to) in table {
        assert_eq!(track.reveal(edge), to, "{track:?} {edge}");
    }
}

#[test]
fn a_track_is_never_longer_than_browsers_can_have_it() {
    let million = track(0.0, 1_000_000);
    assert!(million.length() <= LONGEST);
    assert!((track(0.0, 10_000).length() - 2_999_984.0).abs() < 0.5);
    assert_eq!(track(1_000_000.0, 10_000).based(), None);
    // Going on by views, re-based at rest, every card comes by, and none is skipped.
    for seed in 1..20 {
        let mut next = random(seed);
        let mut now = track(0.0, 100_000);
        let mut first = 0;
        while !now.at_end() {
            let by = (1.0 + next() * 4_000.0).floor();
            now.scrolled = now.at_card(now.scrolled / now.pitch + by);
            let before = now.in_view();
            if let Some(other) = now.based() {
                assert_eq!(other.in_view(), before, "the same cards");
                assert!(other.scrolled >= 0.0 && other.scrolled <= other.end() + 0.5);
                now = other;
            }
            assert!(now.in_view().from > first || now.at_end(), "{now:?}");
            assert!(now.base + now.room() <= now.total);
            first = now.in_view().from;
        }
        assert_eq!(now.in_view().to, 100_000);
        // And all the way back.
        while !now.at_start() {
            now.scrolled = now.at_card(now.scrolled / now.pitch - (1.0 + next() * 4_000.0).floor());
            now = now.based().unwrap_or(now);
        }
        assert_eq!(now.in_view().from, 0);
    }
    // A list that has become shorter than where it stood.
    let short = Track { base: 500, ..track(600.0, 10) };
    assert_eq!(short.based().map(|track| track.base), Some(0));
}

#[test]
fn a_port_without_size_is_no_trouble() {
    let none = Track { pitch: 0.0, gap: 0.0, port: 0.0, scrolled: 0.0, total: 5, base: 0 };
    assert!(none.wanted().to <= 5 && none.in_view().to <= 5 && none.ahead().to <= 5);
    assert!(none.step(0.0, 1).is_finite() && none.thrown(1.0).is_finite());
    assert!(none.astray().is_none_or(f64::is_finite));
    assert!(none.based().is_none_or(|track| track.scrolled.is_finite()));
}

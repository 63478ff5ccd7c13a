//! What each event does to the history, one by one.

use lightbox::history::{Act, Event, Origin, State, decide};

#[test]
fn each_event_leads_where_it_should() {
    use Act::{Back, Bare, Hide, Push, Replace, Show};
    use Event::{Arrive, Close, Overdue, Page, Press, Turn};
    use Origin::{DeepLink, Pressed};
    use State::{Leaving, Open, Shut};
    let (pressed, deep) = (Open(3, Pressed), Open(3, DeepLink));
    type Row = (&'static str, State, Event, State, &'static [Act]);
    let table: [Row; 22] = [
        ("a press opens and adds an entry", Shut, Press(3), pressed, &[Push, Show]),
        ("a press on what is not there does nothing", Shut, Press(9), Shut, &[]),
        ("a press while open does nothing", pressed, Press(4), pressed, &[]),
        ("moving replaces the entry", pressed, Turn(4), Open(4, Pressed), &[Replace, Show]),
        ("moving on a deep link, too", deep, Turn(4), Open(4, DeepLink), &[Replace, Show]),
        ("the same picture is no move", pressed, Turn(3), pressed, &[]),
        ("nor is one that is not there", pressed, Turn(9), pressed, &[]),
        ("closing takes the entry away", pressed, Close, Leaving(None), &[Hide, Back]),
        ("closing a deep link", deep, Close, Leaving(None), &[Hide, Bare, Push, Back]),
        ("closing twice does nothing", Leaving(None), Close, Leaving(None), &[]),
        ("closing what is shut does nothing", Shut, Close, Shut, &[]),
        ("the way back is done", Leaving(None), Arrive(None, DeepLink), Shut, &[]),
        ("a press meanwhile waits", Leaving(None), Press(5), Leaving(Some(5)), &[]),
        ("and is done then", Leaving(Some(3)), Arrive(None, DeepLink), pressed, &[Push, Show]),
        ("there was no way back", Leaving(None), Overdue, Shut, &[Bare]),
        ("nor for who waited", Leaving(Some(3)), Overdue, pressed, &[Bare, Push, Show]),
        ("Back closes", pressed, Arrive(None, DeepLink), Shut, &[Hide]),
        ("Forward opens", Shut, Arrive(Some(3), Pressed), pressed, &[Show]),
        ("another picture's entry", pressed, Arrive(Some(5), DeepLink), Open(5, DeepLink), &[Show]),
        ("a link to nothing is put right", Shut, Arrive(Some(9), DeepLink), Shut, &[Bare]),
        ("a page that goes takes all with it", pressed, Page, Shut, &[Hide]),
        ("late is never too late", Shut, Overdue, Shut, &[]),
    ];
    for (what, state, event, then, acts) in table {
        assert_eq!(decide(state, event, 8), (then, acts), "{what}");
    }
}

//! The top of a page, and what comes below it.
//!
//! A reader who has pressed a headline waits for the top of a page and not for its end. So the top
//! is shown first, and the rest is set below it once that has been painted.

use super::{Element, Node};

/// So many letters of text weigh as much as an element.
const LETTERS: usize = 60;

/// What comes below the top: for the page, and for each element in which the cut went on, what is
/// still to be added at its end. The page itself comes first; each next one is the last element of
/// the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Below(pub Vec<Vec<Node>>);

impl Node {
    /// Cuts a page off where it weighs more than this: an element weighs one, and its text.
    ///
    /// The cut goes between whole parts of a page, never through a paragraph, a row or a list: the
    /// part in which the weight is reached belongs to the top.
    #[must_use]
    pub fn cut(mut self, weight: usize) -> (Self, Below) {
        let mut below = Below::default();
        if let Self::Element(page) = &mut self {
            page.cut(weight, &mut below);
        }
        (self, below)
    }

    fn weight(&self) -> usize {
        match self {
            Self::Text(text) => text.len() / LETTERS,
            Self::Element(element) => 1 + element.children.iter().map(Self::weight).sum::<usize>(),
            Self::Fragment(nodes) => nodes.iter().map(Self::weight).sum(),
        }
    }
}

impl Element {
    fn cut(&mut self, weight: usize, below: &mut Below) {
        let mut room = weight;
        for at in 0..self.children.len() {
            let child = self.children[at].weight();
            if child <= room {
                room -= child;
                continue;
            }
            below.0.push(self.children.split_off(at + 1));
            if let Some(Node::Element(last)) = self.children.last_mut()
                && last.is_of_parts()
            {
                last.cut(room, below);
            }
            return;
        }
    }

    fn is_of_parts(&self) -> bool {
        let class = self.attributes.iter().find(|(name, _)| *name == "class");
        is_of_parts(self.tag, class.map_or("", |(_, class)| class))
    }
}

/// Whether an element is nothing but parts of a page, one below the other: by its name, in small
/// letters, and its class.
#[must_use]
pub fn is_of_parts(tag: &str, class: &str) -> bool {
    tag == "article" || class == "body"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::view;

    fn page() -> Node {
        let paragraph = |text: &'static str| view! { <p>{text}</p> };
        view! {
            <main>
                <article>
                    <h1>{"a"}</h1>
                    <div class="body">{paragraph("b")}{paragraph("c")}<ul><li></li><li></li></ul></div>
                    <p>{"d"}</p>
                </article>
                <section><b></b></section>
            </main>
        }
    }

    /// Puts the two together again, as the browser does.
    fn join(top: Node, below: Below) -> Node {
        fn add(node: &mut Node, mut levels: std::vec::IntoIter<Vec<Node>>) {
            let Some(level) = levels.next() else { return };
            let Node::Element(element) = node else { panic!("no element") };
            if let Some(last) = element.children.last_mut()
                && levels.len() > 0
            {
                add(last, levels);
            }
            element.children.extend(level);
        }
        let mut whole = top;
        add(&mut whole, below.0.into_iter());
        whole
    }

    fn html(node: &Node) -> String {
        let mut out = String::new();
        node.write(&mut out);
        out
    }

    #[test]
    fn the_cut_goes_between_parts() {
        let table = [
            (0, "<main><article><h1>a</h1></article></main>", 2),
            (1, "<main><article><h1>a</h1><div class=body><p>b</p></div></article></main>", 3),
            (
                2,
                "<main><article><h1>a</h1><div class=body><p>b</p><p>c</p></div></article></main>",
                3,
            ),
            // A list stays whole.
            (
                3,
                "<main><article><h1>a</h1><div class=body><p>b</p><p>c</p><ul><li></li><li></li>\
                 </ul></div></article></main>",
                3,
            ),
        ];
        for (weight, top, levels) in table {
            let (cut, below) = page().cut(weight);
            assert_eq!((html(&cut).as_str(), below.0.len()), (top, levels), "{weight}");
        }
    }

    #[test]
    fn wherever_it_is_cut_both_parts_are_the_page() {
        for weight in 0..20 {
            let (top, below) = page().cut(weight);
            assert_eq!(join(top, below), page(), "{weight}");
        }
    }

    #[test]
    fn a_short_page_is_not_cut() {
        assert_eq!(page().cut(100), (page(), Below::default()));
    }
}

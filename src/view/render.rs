//! A view as Leptos sees it: built in the browser, written as HTML elsewhere.

use leptos::prelude::{Mountable, Render, RenderHtml};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Position, PositionState};

use super::{Below, Element, Node};

/// What a view was built into: its outermost nodes.
pub struct Built(Vec<types::Node>);

impl Node {
    fn build_into(self, built: &mut Vec<types::Node>) {
        match self {
            Self::Text(text) => built.push(Rndr::create_text_node(&text).into()),
            Self::Element(element) => built.push(element.build().into()),
            Self::Fragment(nodes) => nodes.into_iter().for_each(|node| node.build_into(built)),
        }
    }
}

impl Element {
    fn build(self) -> types::Element {
        let element = Rndr::create_element(self.tag, None);
        // In their order: an image that is to wait must know so before it knows its file.
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        Node::Fragment(self.children).build_in(&element);
        element
    }
}

impl Node {
    /// Builds the first picture in it off the document, which has the browser ask for its file.
    /// Whether there is one.
    pub fn ask_for_picture(self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Element(element) if element.tag == "picture" || element.tag == "img" => {
                drop(element.build());
                true
            }
            Self::Element(element) => Self::Fragment(element.children).ask_for_picture(),
            Self::Fragment(nodes) => nodes.into_iter().any(Self::ask_for_picture),
        }
    }

    /// Builds it at the end of an element.
    ///
    /// Without an owner, which Leptos' own mounting brings: pages have neither signals nor effects
    /// that would have to end with them.
    pub fn build_in(self, place: &types::Element) {
        self.build().mount(place, None);
    }
}

impl Below {
    /// Where each part is to be added, outermost first. `page` is what the top was just built into:
    /// later an extension may have put something of its own at the end of an element.
    #[must_use]
    pub fn placed(self, page: &types::Element) -> Placed {
        let mut inner = Some(page.clone());
        let mut placed = Vec::new();
        for part in self.0 {
            let Some(place) = inner else { break };
            inner = place.last_element_child();
            placed.push((place, part));
        }
        Placed(placed)
    }
}

/// What comes below the top of a page, and where.
#[derive(Default)]
pub struct Placed(Vec<(types::Element, Vec<Node>)>);

impl Placed {
    /// Whether nothing comes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds it.
    pub fn add(self) {
        // From the inside out, as the page is read.
        for (place, part) in self.0.into_iter().rev() {
            Node::Fragment(part).build_in(&place);
        }
    }
}

impl Render for Node {
    type State = Built;

    fn build(self) -> Built {
        let mut built = Vec::new();
        self.build_into(&mut built);
        Built(built)
    }

    fn rebuild(self, state: &mut Built) {
        let mut built = self.build();
        if state.insert_before_this(&mut built) {
            state.unmount();
        }
        *state = built;
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        for node in &self.0 {
            Rndr::remove(node);
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        for node in &self.0 {
            Rndr::insert_node(parent, node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.first().is_some_and(|first| first.insert_before_this(child))
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

no_attrs!(Node);

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        out: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
        self.write(out);
        *position = Position::NextChild;
    }

    /// Pages are adopted as they are and never hydrated; asked for it nevertheless, a view is
    /// built anew.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

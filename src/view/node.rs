use std::borrow::Cow;

/// An element, a text, or several of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Box<Element>),
    /// Nodes side by side.
    Fragment(Vec<Node>),
}

/// An element of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes, in the order in which they are to be set.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// What is in it, without fragments and without texts side by side.
    pub children: Vec<Node>,
}

impl Node {
    /// Nothing at all.
    #[must_use]
    pub const fn nothing() -> Self {
        Self::Fragment(Vec::new())
    }
}

impl Default for Node {
    fn default() -> Self {
        Self::nothing()
    }
}

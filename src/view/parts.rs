//! What `view!` is made into. All that is generic here is a thin shell around one plain function,
//! and none of those is copied to where it is called.

use std::borrow::Cow;

use super::{Element, Node};

/// An element without anything.
#[must_use]
#[inline(never)]
pub fn element(tag: &'static str) -> Box<Element> {
    Box::new(Element { tag, attributes: Vec::new(), children: Vec::new() })
}

/// Sets an attribute.
pub fn set(element: &mut Element, name: &'static str, value: impl Value) {
    value.set_to(element, name);
}

/// Adds to what stands side by side.
pub fn add(nodes: &mut Vec<Node>, child: impl Child) {
    child.add_to(nodes);
}

/// Adds an element.
#[inline(never)]
pub fn add_element(nodes: &mut Vec<Node>, element: Box<Element>) {
    nodes.push(Node::Element(element));
}

#[inline(never)]
fn set_literal(element: &mut Element, name: &'static str, value: &'static str) {
    element.attributes.push((name, Cow::Borrowed(value)));
}

#[inline(never)]
fn set_text(element: &mut Element, name: &'static str, value: Cow<'static, str>) {
    element.attributes.push((name, value));
}

#[inline(never)]
fn add_node(nodes: &mut Vec<Node>, node: Node) {
    match node {
        Node::Fragment(inner) => add_all(nodes, inner),
        Node::Text(text) => add_text(nodes, text),
        Node::Element(element) => add_element(nodes, element),
    }
}

#[inline(never)]
fn add_all(nodes: &mut Vec<Node>, all: Vec<Node>) {
    for node in all {
        add_node(nodes, node);
    }
}

#[inline(never)]
fn add_literal(nodes: &mut Vec<Node>, text: &'static str) {
    add_text(nodes, Cow::Borrowed(text));
}

/// Texts side by side become one: read from HTML they are one, too.
#[inline(never)]
fn add_text(nodes: &mut Vec<Node>, text: Cow<'static, str>) {
    if text.is_empty() {
        return;
    }
    if let Some(Node::Text(before)) = nodes.last_mut() {
        before.to_mut().push_str(&text);
    } else {
        nodes.push(Node::Text(text));
    }
}

/// What an attribute can be set to.
pub trait Value {
    /// Sets it.
    fn set_to(self, element: &mut Element, name: &'static str);
}

impl Value for &'static str {
    fn set_to(self, element: &mut Element, name: &'static str) {
        set_literal(element, name, self);
    }
}

impl Value for String {
    fn set_to(self, element: &mut Element, name: &'static str) {
        set_text(element, name, Cow::Owned(self));
    }
}

impl Value for Cow<'static, str> {
    fn set_to(self, element: &mut Element, name: &'static str) {
        set_text(element, name, self);
    }
}

impl Value for u32 {
    fn set_to(self, element: &mut Element, name: &'static str) {
        set_text(element, name, Cow::Owned(self.to_string()));
    }
}

impl<V: Value> Value for Option<V> {
    fn set_to(self, element: &mut Element, name: &'static str) {
        if let Some(value) = self {
            value.set_to(element, name);
        }
    }
}

/// What can stand in an element.
pub trait Child {
    /// Adds it after what is there.
    fn add_to(self, nodes: &mut Vec<Node>);
}

impl Child for Node {
    fn add_to(self, nodes: &mut Vec<Node>) {
        add_node(nodes, self);
    }
}

impl Child for &'static str {
    fn add_to(self, nodes: &mut Vec<Node>) {
        add_literal(nodes, self);
    }
}

impl Child for String {
    fn add_to(self, nodes: &mut Vec<Node>) {
        add_text(nodes, Cow::Owned(self));
    }
}

impl Child for Cow<'static, str> {
    fn add_to(self, nodes: &mut Vec<Node>) {
        add_text(nodes, self);
    }
}

impl Child for () {
    fn add_to(self, _nodes: &mut Vec<Node>) {}
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, nodes: &mut Vec<Node>) {
        if let Some(child) = self {
            child.add_to(nodes);
        }
    }
}

impl Child for Vec<Node> {
    fn add_to(self, nodes: &mut Vec<Node>) {
        add_all(nodes, self);
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl FromIterator<Node> for Node {
    fn from_iter<I: IntoIterator<Item = Self>>(nodes: I) -> Self {
        let mut all = Vec::new();
        for node in nodes {
            add_node(&mut all, node);
        }
        Self::Fragment(all)
    }
}

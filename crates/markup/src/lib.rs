//! `view!`, in the syntax of Leptos' own macro, for pages that never change by themselves.
//!
//! Leptos gives every element a type of its own, of its tag, its attributes and what is in it, and
//! the code to build and to update it. This macro writes the same elements as calls of a few plain
//! functions (`src/view`), which costs a reader far fewer bytes.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{
    KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeBlock, NodeElement,
};
use syn::spanned::Spanned;
use syn::{Block, Expr, ExprBlock, Stmt};

/// Elements as they are written in HTML: `<p class=class>{text}</p>`.
///
/// - An attribute's value is an expression; one that is `None` leaves the attribute out, one
///   without a value is empty. They are set in the order in which they are written.
/// - A block is anything that can stand in an element: text, a `Node`, an `Option` or a `Vec` of
///   these, or nothing (`()`). Texts side by side become one.
/// - The outcome is one `Node`.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(input.into()) {
        Ok(nodes) => page(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

fn page(nodes: &[Node]) -> TokenStream {
    match nodes {
        [Node::Element(only)] => {
            let element = element(only);
            quote! { crate::view::Node::Element(#element) }
        }
        _ => {
            let all = quote! { nodes };
            let children = nodes.iter().map(|node| child(&all, node));
            quote! {{
                let mut nodes = ::std::vec::Vec::<crate::view::Node>::new();
                #(#children)*
                crate::view::Node::Fragment(nodes)
            }}
        }
    }
}

fn element(element: &NodeElement<Infallible>) -> TokenStream {
    let name = element.name().to_string();
    let attributes = element.attributes().iter().map(attribute);
    let all = quote! { element.children };
    let children = element.children.iter().map(|node| child(&all, node));
    quote! {{
        let mut element = crate::view::element(#name);
        #(#attributes)*
        #(#children)*
        element
    }}
}

fn attribute(attribute: &NodeAttribute) -> TokenStream {
    let NodeAttribute::Attribute(KeyedAttribute { key, possible_value }) = attribute else {
        return refused(attribute, "an attribute has a name");
    };
    let name = key.to_string();
    let value = match possible_value {
        KeyedAttributeValue::None => quote! { "" },
        KeyedAttributeValue::Value(_) => match attribute_value(attribute) {
            Some(value) => value,
            None => return refused(attribute, "an attribute's value is an expression"),
        },
        KeyedAttributeValue::Binding(_) => {
            return refused(attribute, "presses are answered from the document, by `data-do`");
        }
    };
    quote! { crate::view::set(&mut element, #name, #value); }
}

fn attribute_value(attribute: &NodeAttribute) -> Option<TokenStream> {
    let NodeAttribute::Attribute(keyed) = attribute else { return None };
    keyed.value().map(|value| match value {
        Expr::Block(ExprBlock { attrs, label: None, block }) if attrs.is_empty() => inner(block),
        value => quote! { #value },
    })
}

/// Adds a node to all those that stand side by side.
fn child(all: &TokenStream, node: &Node) -> TokenStream {
    let what = match node {
        Node::Element(inner) => {
            let inner = element(inner);
            return quote! { crate::view::add_element(&mut #all, #inner); };
        }
        Node::Block(NodeBlock::ValidBlock(block)) => inner(block),
        Node::Text(text) => {
            let text = text.value_string();
            quote! { #text }
        }
        other => refused(other, "here an element, a text or a block can stand"),
    };
    quote! { crate::view::add(&mut #all, #what); }
}

/// A block's only expression, without the braces that Rust would call unnecessary.
fn inner(block: &Block) -> TokenStream {
    match block.stmts.as_slice() {
        [Stmt::Expr(only, None)] => quote! { #only },
        _ => quote! { #block },
    }
}

fn refused(what: &impl Spanned, why: &str) -> TokenStream {
    quote_spanned! { what.span() => ::core::compile_error!(#why) }
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Any text.
    Text,
    /// Text that something can parse.
    Parsed(&'static Rule),
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// True or false.
    Flag,
    /// A whole number from one to another.
    Whole(u32, u32),
    /// A width or height, of so many pixels at least: 0 where it may be unknown.
    Pixels(u32),
    /// Any number.
    Number,
    /// The version of the contract.
    Version,
    /// An array of something.
    List(&'static Shape),
    /// An array of exactly so many numbers from 0 to 1.
    Parts(usize),
    /// An object with these fields; others are ignored.
    Object(&'static [Field]),
    /// Text, or an array of text and of objects with these fields.
    Rich(&'static [Field]),
    /// A block; the fields by its type.
    Block(&'static [(&'static str, &'static [Field])]),
    /// One thing where the value is text, another where it is an object.
    TextOr(&'static Shape, &'static Shape),
    /// An object of the first shape where it has this field, else of the second.
    Either(&'static str, &'static Shape, &'static Shape),
    /// A value or null.
    OrNull(&'static Shape),
    /// A shape that has a name of its own in a schema.
    Named(&'static str, &'static Shape),
}

/// What a text must be.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name in a schema.
    pub key: &'static str,
    /// What it is called where it is missed.
    pub name: &'static str,
    /// Whether a text follows it.
    pub good: fn(&str) -> bool,
    /// The same as a regular expression.
    pub pattern: &'static str,
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it must be.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
}

/// A field that must be there.
pub(super) const fn need(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: true }
}

/// A field that may be there.
pub(super) const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: false }
}

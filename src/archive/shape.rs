//! Stored shapes as JSON and back, by way of one plain tree: what a shape is stands in one line beneath its
//! struct. It knows no schema and no domain.
//!
//! Derived readers are written out once more for every struct, list and option that holds another; with our
//! shapes that is a tenth of the app. Here `serde` reads and writes the tree alone.

use crate::domain::ordered::OrderedMap;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::fmt;

/// JSON without fractions: our formats count in whole units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Names with values, in the order they are written.
    Map(Vec<(String, Self)>),
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Int(value) => to.serialize_i64(*value),
            Self::Text(text) => to.serialize_str(text),
            Self::List(list) => {
                let mut seq = to.serialize_seq(Some(list.len()))?;
                for item in list {
                    seq.serialize_element(item)?;
                }
                seq.end()
            }
            Self::Map(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Growing)
    }
}

struct Growing;

impl<'de> Visitor<'de> for Growing {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number, a list or a map")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Int(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Tree, E> {
        i64::try_from(value).map(Tree::Int).map_err(|_| E::custom("too large"))
    }

    fn visit_f64<E: de::Error>(self, _value: f64) -> Result<Tree, E> {
        Err(E::custom("a fraction"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = from.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = from.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Map(fields))
    }
}

/// Something that is stored as JSON.
pub trait Shape: Sized {
    /// From the tree; `None` where it is not of this shape.
    fn read(tree: Tree) -> Option<Self>;

    /// To the tree.
    fn write(&self) -> Tree;

    /// What a field of this shape is where it is not written at all.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fields of a struct while they are read.
pub struct Fields(Vec<(String, Tree)>);

impl Fields {
    /// The fields of a map.
    pub fn of(tree: Tree) -> Option<Self> {
        match tree {
            Tree::Map(fields) => Some(Self(fields)),
            _ => None,
        }
    }

    #[inline(never)]
    fn find(&mut self, name: &str) -> Option<Tree> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(place).1)
    }

    /// Takes a field out.
    pub fn take<T: Shape>(&mut self, name: &str) -> Option<T> {
        self.find(name).map_or_else(T::absent, T::read)
    }

    /// Takes a field out that is left out where it is empty.
    pub fn take_or_empty<T: Shape + Default>(&mut self, name: &str) -> Option<T> {
        self.find(name).map_or_else(|| Some(T::default()), T::read)
    }

    /// Refuses what nobody took: it was not written by this schema, and dropping it would lose it.
    pub fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// Whether a field is left out.
pub fn is_empty(tree: &Tree) -> bool {
    match tree {
        Tree::Null => true,
        Tree::Text(text) => text.is_empty(),
        Tree::List(list) => list.is_empty(),
        Tree::Map(fields) => fields.is_empty(),
        Tree::Bool(_) | Tree::Int(_) => false,
    }
}

/// Says of a struct how it is stored: its fields in their order, `as` what they are called there, `[omit]`
/// where they are left out when empty; or, of a tuple struct, its places.
macro_rules! shape {
    ($shape:ident { $($field:ident $(as $name:literal)? $([$omit:ident])?),* $(,)? }) => {
        impl $crate::archive::shape::Shape for $shape {
            fn read(tree: $crate::archive::shape::Tree) -> Option<Self> {
                let mut fields = $crate::archive::shape::Fields::of(tree)?;
                let read = Self {
                    $($field: shape!(@take fields, shape!(@name $field $($name)?) $(, $omit)?)?,)*
                };
                fields.end()?;
                Some(read)
            }

            fn write(&self) -> $crate::archive::shape::Tree {
                let mut fields = Vec::new();
                $({
                    let value = $crate::archive::shape::Shape::write(&self.$field);
                    let left_out = shape!(@omit value $(, $omit)?);
                    if !left_out {
                        fields.push((shape!(@name $field $($name)?).to_owned(), value));
                    }
                })*
                $crate::archive::shape::Tree::Map(fields)
            }
        }
    };
    ($shape:ident ( $($place:tt),* $(,)? )) => {
        impl $crate::archive::shape::Shape for $shape {
            fn read(tree: $crate::archive::shape::Tree) -> Option<Self> {
                let $crate::archive::shape::Tree::List(list) = tree else { return None };
                let mut list = list.into_iter();
                let read = Self($(shape!(@next list $place),)*);
                list.next().is_none().then_some(read)
            }

            fn write(&self) -> $crate::archive::shape::Tree {
                $crate::archive::shape::Tree::List(vec![$($crate::archive::shape::Shape::write(&self.$place),)*])
            }
        }
    };
    (@next $list:ident $place:tt) => { $crate::archive::shape::Shape::read($list.next()?)? };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@take $fields:ident, $name:expr) => { $fields.take($name) };
    (@take $fields:ident, $name:expr, omit) => { $fields.take_or_empty($name) };
    (@omit $value:ident) => { false };
    (@omit $value:ident, omit) => { $crate::archive::shape::is_empty(&$value) };
}
pub(super) use shape;

impl Shape for Tree {
    fn read(tree: Tree) -> Option<Self> {
        Some(tree)
    }

    fn write(&self) -> Tree {
        self.clone()
    }
}

impl Shape for String {
    fn read(tree: Tree) -> Option<Self> {
        match tree {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    fn write(&self) -> Tree {
        Tree::Text(self.clone())
    }
}

macro_rules! whole {
    ($($number:ty),*) => {$(
        impl Shape for $number {
            fn read(tree: Tree) -> Option<Self> {
                match tree {
                    Tree::Int(value) => Self::try_from(value).ok(),
                    _ => None,
                }
            }

            fn write(&self) -> Tree {
                Tree::Int(i64::from(*self))
            }
        }
    )*};
}
whole!(u8, u16, u32, i64);

impl Shape for bool {
    fn read(tree: Tree) -> Option<Self> {
        match tree {
            Tree::Bool(value) => Some(value),
            _ => None,
        }
    }

    fn write(&self) -> Tree {
        Tree::Bool(*self)
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(tree: Tree) -> Option<Self> {
        match tree {
            Tree::Null => Some(None),
            some => T::read(some).map(Some),
        }
    }

    fn write(&self) -> Tree {
        self.as_ref().map_or(Tree::Null, T::write)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(tree: Tree) -> Option<Self> {
        let Tree::List(list) = tree else { return None };
        let mut read = Self::with_capacity(list.len());
        for item in list {
            read.push(T::read(item)?);
        }
        Some(read)
    }

    fn write(&self) -> Tree {
        Tree::List(self.iter().map(T::write).collect())
    }
}

impl<T: Shape> Shape for OrderedMap<String, T> {
    fn read(tree: Tree) -> Option<Self> {
        let mut read = Self::new();
        for (name, value) in Fields::of(tree)?.0 {
            if read.insert(name, T::read(value)?).is_some() {
                return None;
            }
        }
        Some(read)
    }

    fn write(&self) -> Tree {
        Tree::Map(self.iter().map(|(name, value)| (name.clone(), value.write())).collect())
    }
}

macro_rules! row {
    ($($name:ident $place:tt),*) => {
        impl<$($name: Shape),*> Shape for ($($name,)*) {
            fn read(tree: Tree) -> Option<Self> {
                let Tree::List(list) = tree else { return None };
                let mut list = list.into_iter();
                let read = ($($name::read(list.next()?)?,)*);
                list.next().is_none().then_some(read)
            }

            fn write(&self) -> Tree {
                Tree::List(vec![$(self.$place.write(),)*])
            }
        }
    };
}
row!(A 0, B 1);
row!(A 0, B 1, C 2);

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Cup {
        size: u8,
        of: Option<String>,
        notes: Vec<String>,
    }
    shape!(Cup { size, of as "what", notes [omit] });

    fn read(text: &str) -> Option<Cup> {
        Cup::read(serde_json::from_str(text).unwrap())
    }

    #[test]
    fn a_shape_is_written_and_read_by_its_names() {
        let cup = Cup { size: 3, of: None, notes: Vec::new() };
        let text = serde_json::to_string(&cup.write()).unwrap();
        assert_eq!(text, r#"{"size":3,"what":null}"#);
        assert_eq!(read(&text), Some(cup));
        assert_eq!(read(r#"{"notes":["a"],"size":3}"#).unwrap().notes, ["a"]);
    }

    #[test]
    fn what_is_not_of_the_shape_is_refused() {
        for text in [
            r#"{"what":null}"#,
            r#"{"size":300}"#,
            r#"{"size":-1}"#,
            r#"{"size":"3"}"#,
            r#"{"size":3,"colour":"red"}"#,
            r#"{"size":3,"size":3}"#,
            r#"{"size":3,"notes":null}"#,
            "[3,null,[]]",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert!(serde_json::from_str::<Tree>("1.5").is_err());
    }
}

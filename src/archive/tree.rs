//! JSON as one plain tree, with what reading it strictly needs: named fields, rows, and the place of what is
//! refused. It knows no schema and no domain.
//!
//! Derived readers are written out once more for every struct, list and option that holds another; with what
//! we store that is a tenth of the app. Here `serde` reads and writes the tree alone, and a schema borrows
//! from it.

use super::error::{ArchiveError, Why};
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

/// A stored value that is refused: where, innermost last, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(Box<(String, Why)>);

/// What reading a tree gives.
pub type Read<T> = Result<T, Refused>;

impl Refused {
    /// A refusal of the value at hand.
    pub fn new(why: Why) -> Self {
        Self(Box::new((String::new(), why)))
    }

    /// The same with one more step before its path.
    #[inline(never)]
    pub fn inside(mut self, step: &str) -> Self {
        let dot = if self.0.0.is_empty() { "" } else { "." };
        self.0.0 = format!("{step}{dot}{}", self.0.0);
        self
    }
}

impl From<Refused> for ArchiveError {
    fn from(refused: Refused) -> Self {
        let (path, why) = *refused.0;
        Self::Malformed { path, why }
    }
}

/// Says where a refusal happened, from the inside out.
pub trait Under {
    /// The same with one more step before its path.
    #[must_use]
    fn under(self, step: &str) -> Self;
}

impl<T> Under for Read<T> {
    fn under(self, step: &str) -> Self {
        self.map_err(|refused| refused.inside(step))
    }
}

impl Tree {
    /// A map of these fields, in this order.
    pub fn map(fields: Vec<(&str, Self)>) -> Self {
        Self::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A map in the order of its names.
    pub fn by_name(fields: impl Iterator<Item = (&'static str, Self)>) -> Self {
        Self::map(fields.collect::<OrderedMap<_, _>>().into_iter().collect())
    }

    /// A list of these items.
    pub fn list(items: impl Iterator<Item = Self>) -> Self {
        Self::List(items.collect())
    }

    /// Whether it says nothing: such a field may be left out.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Map(fields) => fields.is_empty(),
            Self::Bool(_) | Self::Int(_) => false,
        }
    }

    /// A field of a map, whatever else there is.
    pub fn find(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(fields) => Fields(fields).find(name),
            _ => None,
        }
    }

    /// The text.
    pub fn text(&self) -> Read<&str> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(Refused::new(Why::Shape)),
        }
    }

    /// Yes or no.
    pub fn yes(&self) -> Read<bool> {
        match self {
            Self::Bool(yes) => Ok(*yes),
            _ => Err(Refused::new(Why::Shape)),
        }
    }

    /// The whole number.
    pub fn int(&self) -> Read<i64> {
        match self {
            Self::Int(value) => Ok(*value),
            _ => Err(Refused::new(Why::Shape)),
        }
    }

    /// A number that counts something: none is below zero.
    pub fn count(&self) -> Read<u32> {
        u32::try_from(self.int()?).map_err(|_| Refused::new(Why::Shape))
    }

    /// A number of two bytes that counts something.
    pub fn half(&self) -> Read<u16> {
        u16::try_from(self.int()?).map_err(|_| Refused::new(Why::Shape))
    }

    /// A small number that counts something.
    pub fn small(&self) -> Read<u8> {
        u8::try_from(self.int()?).map_err(|_| Refused::new(Why::Shape))
    }

    /// The items of a list.
    pub fn items(&self) -> Read<&[Self]> {
        match self {
            Self::List(list) => Ok(list),
            _ => Err(Refused::new(Why::Shape)),
        }
    }

    /// The places of a row, exactly so many.
    pub fn row<const N: usize>(&self) -> Read<&[Self; N]> {
        self.items()?.try_into().map_err(|_| Refused::new(Why::Shape))
    }

    /// The entries of a map whose names are data; each name once.
    pub fn entries(&self) -> Read<&[(String, Self)]> {
        match self {
            Self::Map(fields) if each_once(fields) => Ok(fields),
            _ => Err(Refused::new(Why::Shape)),
        }
    }

    /// The fields of a map whose names are the schema's. A field that is not among them is refused: it was not
    /// written by this schema, and dropping it would lose it.
    #[inline(never)]
    pub fn fields(&self, names: &[&str]) -> Read<Fields<'_>> {
        let fields = self.entries()?;
        let known = fields.iter().all(|(name, _)| names.contains(&name.as_str()));
        if known { Ok(Fields(fields)) } else { Err(Refused::new(Why::Shape)) }
    }

    /// What is there, unless it says "nothing".
    pub fn some(&self) -> Option<&Self> {
        (*self != Self::Null).then_some(self)
    }
}

/// Whether every name stands once. Names that come in order, as we write days, are looked at once.
fn each_once(fields: &[(String, Tree)]) -> bool {
    fields.is_sorted_by(|(a, _), (b, _)| a < b)
        || fields.iter().enumerate().all(|(place, (name, _))| {
            fields.get(..place).unwrap_or_default().iter().all(|(before, _)| before != name)
        })
}

/// The fields of a map.
#[derive(Clone, Copy)]
pub struct Fields<'a>(&'a [(String, Tree)]);

impl<'a> Fields<'a> {
    /// A field, where it is written.
    #[inline(never)]
    pub fn find(self, name: &str) -> Option<&'a Tree> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A field that must be there, read by `read`; a refusal says which.
    pub fn get<T>(self, name: &str, read: impl FnOnce(&'a Tree) -> Read<T>) -> Read<T> {
        self.find(name).ok_or_else(|| Refused::new(Why::Shape)).and_then(read).under(name)
    }

    /// A field that may say nothing or be left out.
    pub fn maybe<T>(self, name: &str, read: impl FnOnce(&'a Tree) -> Read<T>) -> Read<Option<T>> {
        self.find(name).and_then(Tree::some).map(read).transpose().under(name)
    }
}

/// Reads every item of a list; a refusal says which.
pub fn each<'a, T>(tree: &'a Tree, read: impl Fn(&'a Tree) -> Read<T>) -> Read<Vec<T>> {
    let list = tree.items()?;
    let mut all = Vec::with_capacity(list.len());
    for (place, item) in list.iter().enumerate() {
        match read(item) {
            Ok(value) => all.push(value),
            Err(refused) => return Err(refused.inside(&place.to_string())),
        }
    }
    Ok(all)
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Tree {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<u32> for Tree {
    fn from(value: u32) -> Self {
        Self::Int(value.into())
    }
}

impl From<u16> for Tree {
    fn from(value: u16) -> Self {
        Self::Int(value.into())
    }
}

impl From<u8> for Tree {
    fn from(value: u8) -> Self {
        Self::Int(value.into())
    }
}

impl<T: Into<Tree>> From<Option<T>> for Tree {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree {
        serde_json::from_str(text).unwrap()
    }

    fn cup(text: &str) -> Read<(u8, Option<String>)> {
        let tree = tree(text);
        let fields = tree.fields(&["size", "of"])?;
        Ok((fields.get("size", Tree::small)?, fields.maybe("of", Tree::text)?.map(str::to_owned)))
    }

    #[test]
    fn a_tree_is_written_and_read_by_its_names() {
        let written = Tree::map(vec![("size", 3_u8.into()), ("of", None::<String>.into())]);
        let text = serde_json::to_string(&written).unwrap();
        assert_eq!(text, r#"{"size":3,"of":null}"#);
        assert_eq!(cup(&text), Ok((3, None)));
        assert_eq!(cup(r#"{"of":"tea","size":3}"#), Ok((3, Some("tea".into()))));
        assert_eq!(cup(r#"{"size":3}"#), Ok((3, None)));
    }

    #[test]
    fn what_is_not_of_the_shape_is_refused_with_its_place() {
        for (text, place) in [
            (r#"{"of":null}"#, "size"),
            (r#"{"size":300}"#, "size"),
            (r#"{"size":-1}"#, "size"),
            (r#"{"size":"3"}"#, "size"),
            (r#"{"size":3,"of":7}"#, "of"),
            (r#"{"size":3,"colour":"red"}"#, ""),
            (r#"{"size":3,"size":3}"#, ""),
            ("[3,null]", ""),
        ] {
            let expected = ArchiveError::Malformed { path: place.to_owned(), why: Why::Shape };
            assert_eq!(cup(text).map_err(ArchiveError::from), Err(expected), "{text}");
        }
        assert!(serde_json::from_str::<Tree>("1.5").is_err());
        let list = tree("[1,2,\"x\"]");
        let refused = each(&list, Tree::count).map_err(ArchiveError::from).unwrap_err();
        assert_eq!(refused, ArchiveError::Malformed { path: "2".into(), why: Why::Shape });
    }
}

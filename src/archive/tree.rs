//! JSON as one plain tree, with what reading it strictly needs: named fields, rows, and the place of what is
//! refused. It knows no schema and no domain.
//!
//! Derived readers are written out once more for every struct, list and option that holds another; with what
//! we store that is a tenth of the app. Here `serde` reads and writes the tree alone, and a schema borrows
//! from it.

mod fields;
mod json;
mod refused;

pub use fields::Fields;
pub use refused::{Read, Refused, Under};

use super::error::Why;
use crate::domain::ordered::OrderedMap;

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
    use crate::archive::error::ArchiveError;

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

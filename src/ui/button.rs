//! A button in one of four looks; what it does is the caller's.

use super::element::{El, el};

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The one action of a page.
    Primary,
    /// Everything else.
    Ghost,
    /// A small one in a row.
    Chip,
    /// What cannot be undone.
    Danger,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Ghost => "button",
            Self::Chip => "button button--chip",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button without words of its own.
pub fn bare_button(class: &str) -> El {
    el("button").set("type", "button").class(class)
}

/// A button.
pub fn button(label: &str, look: Look) -> El {
    bare_button(look.class()).text(label)
}

/// A link that looks like a button.
pub fn link_button(label: &str, look: Look, to: String) -> El {
    el("a").class(look.class()).set("href", to).text(label)
}

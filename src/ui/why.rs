//! "Why?" beside a number: the rule in plain words, what went in, and where it comes from.

use super::element::{El, of, say};

/// A disclosure that answers "why?": the rule, the inputs, the source, a paragraph each.
pub fn why(word: &str, lines: Vec<String>) -> El {
    of("details", "why").child(say("summary", word)).all(lines.into_iter().map(|line| say("p", line)))
}

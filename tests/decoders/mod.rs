//! What has to hold of everything that reads text from outside, whatever that text is: a property a decoder, which
//! panics where it does not hold. The fuzzer (`fuzz`) looks for such texts, and `tests/corpora.rs` gives them the ones
//! it has found so far.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

pub mod archive;
pub mod exchange;
pub mod link;
pub mod storage;

/// A decoder: takes any bytes.
pub type Decoder = fn(&[u8]);

/// Every decoder under the name of its fuzz target and of its corpus.
pub const ALL: [(&str, Decoder); 18] = [
    ("archive", archive::file),
    ("document", archive::document),
    ("draft", archive::draft),
    ("envelope", archive::envelope),
    ("month", archive::month),
    ("link", link::plan),
    ("mirror", storage::mirror),
    ("rescue", storage::rescue),
    ("store", storage::store),
    ("import_alpha", exchange::alpha),
    ("import_any", exchange::any),
    ("import_fitbod", exchange::fitbod),
    ("import_fitnotes", exchange::fitnotes),
    ("import_hevy", exchange::hevy),
    ("import_liftlog", exchange::liftlog),
    ("import_liftosaur", exchange::liftosaur),
    ("import_own", exchange::own),
    ("import_strong", exchange::strong),
];

//! What the fuzz targets share: the properties of the tests.

#[path = "../tests/decoders/mod.rs"]
pub mod decoders;

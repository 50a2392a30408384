//! The fuzzer's way to our own table.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::exchange::own(bytes));

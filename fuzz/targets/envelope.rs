//! The fuzzer's way to what stands around a stored document.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::archive::envelope(bytes));

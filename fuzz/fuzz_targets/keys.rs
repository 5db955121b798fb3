#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cppcc_fuzz::keys::run(bytes));

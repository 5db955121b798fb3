//! Finding things by what a person types: ids, Chinese, English, pinyin or its initials.

pub mod pinyin;
pub mod resolve;

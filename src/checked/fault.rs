//! The wording of the faults that any file can have, in both languages.

use crate::text::{Text, nearest};
use toml::de::DeValue;

/// What is wrong, and what would be right.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Which kind of fault it is, for programs: the same in every language.
    pub code: &'static str,
    pub message: Text,
    pub help: Option<Text>,
}

impl Fault {
    /// Makes a fault without help.
    pub fn new(code: &'static str, message: Text) -> Self {
        Self { code, message, help: None }
    }

    /// Makes a fault without help. Its code is the name of the function that `within` is defined in, so that each has its own
    /// and none is written twice.
    pub fn named_by<F>(_within: F, message: Text) -> Self {
        let path = std::any::type_name::<F>();
        let code = path.rsplit("::").skip(1).find(|name| !name.starts_with('{'));
        Self::new(code.unwrap_or("fault"), message)
    }

    /// Says what would be right, where that is known.
    pub fn with_help(self, help: impl Into<Option<Text>>) -> Self {
        Self { help: help.into(), ..self }
    }
}

/// Makes a text of two format strings, Chinese and English.
macro_rules! text {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::text::Text::new(format!($zh), format!($en))
    };
}

/// Makes a fault of two format strings, Chinese and English; after `;` stands what would be right.
macro_rules! fault {
    ($zh:literal, $en:literal $(,)?) => {{
        fn within() {}
        $crate::checked::fault::Fault::named_by(within, $crate::checked::fault::text!($zh, $en))
    }};
    ($zh:literal, $en:literal; $help_zh:literal, $help_en:literal $(,)?) => {
        $crate::checked::fault::fault!($zh, $en).with_help($crate::checked::fault::text!($help_zh, $help_en))
    };
}

pub(crate) use {fault, text};

/// The kinds of values that a key can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    String,
    Integer,
    Number,
    Float,
    Flag,
    Date,
    List,
    Table,
    Text,
}

impl ValueType {
    /// Returns the kind of a value.
    pub fn of(value: &DeValue) -> Self {
        match value {
            DeValue::String(_) => Self::String,
            DeValue::Integer(_) => Self::Integer,
            DeValue::Float(_) => Self::Float,
            DeValue::Boolean(_) => Self::Flag,
            DeValue::Datetime(_) => Self::Date,
            DeValue::Array(_) => Self::List,
            DeValue::Table(_) => Self::Table,
        }
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::String => ("字符串", "a string"),
            Self::Integer => ("整数", "a whole number"),
            Self::Number => ("数", "a number"),
            Self::Float => ("小数", "a number with a point"),
            Self::Flag => ("true 或 false", "true or false"),
            Self::Date => ("不带引号的日期", "a date without quotation marks"),
            Self::List => ("列表", "a list"),
            Self::Table => ("表", "a table"),
            Self::Text => (
                "文字：一个字符串，或中英文对照的表 { zh = \"…\", en = \"…\" }",
                "a text: a string, or a table { zh = \"…\", en = \"…\" }",
            ),
        }
    }
}

/// Suggests the word that was most likely meant.
pub fn did_you_mean(nearest: Option<&str>) -> Option<Text> {
    nearest.map(|word| text!("是不是“{word}”？", "did you mean `{word}`?"))
}

pub(super) fn not_utf8(byte: usize) -> Fault {
    let byte = byte + 1;
    fault!(
        "文件不是 UTF-8 编码：第 {byte} 个字节无法识读", "the file is not UTF-8: byte {byte} can't be read";
        "请用编辑器把文件另存为 UTF-8", "save the file as UTF-8 in an editor",
    )
}

pub(super) fn unknown_key(key: &str, known: &[&str]) -> Fault {
    let (zh, en) = (known.join("、"), known.join(", "));
    let help = did_you_mean(nearest(key, known.iter().copied()));
    fault!("不认识的键“{key}”", "unknown key `{key}`")
        .with_help(help.unwrap_or_else(|| text!("这里可用的键：{zh}", "the keys here are: {en}")))
}

pub(crate) fn missing_key(key: &str) -> Fault {
    fault!("缺少键“{key}”", "the key `{key}` is missing")
}

pub(super) fn no_language() -> Fault {
    fault!(
        "这里没有文字：“zh”和“en”都没有写", "there are no words here: neither `zh` nor `en`";
        "写中文就够：zh = \"…\"；en = \"…\" 可以不写", "one of them is enough: zh = \"…\" or en = \"…\"",
    )
}

pub(super) fn wrong_type(key: &str, wanted: ValueType, found: ValueType) -> Fault {
    let ((wanted_zh, wanted_en), (found_zh, found_en)) = (wanted.words(), found.words());
    fault!("“{key}”应是{wanted_zh}，这里是{found_zh}", "`{key}` must be {wanted_en}, not {found_en}")
}

/// Says how quotation marks are put where a number stands, or taken away where one should.
pub(super) fn quoting(key: &str, raw: &str, wanted: ValueType, found: ValueType) -> Option<Text> {
    let bare = raw.trim_matches(['"', '\'']);
    let is_number = |text: &str| text.parse::<f64>().is_ok_and(f64::is_finite);
    match (wanted, found) {
        (ValueType::String, ValueType::Integer | ValueType::Float) => {
            Some(text!("要加引号：{key} = \"{raw}\"", "put it in quotation marks: {key} = \"{raw}\""))
        }
        (ValueType::Integer | ValueType::Number, ValueType::String) if is_number(bare) => {
            Some(text!("不加引号：{key} = {bare}", "without quotation marks: {key} = {bare}"))
        }
        _ => None,
    }
}

pub(super) fn empty(key: &str) -> Fault {
    fault!("“{key}”是空的", "`{key}` is empty")
}

pub(super) fn unknown_word(key: &str, found: &str, known: impl Iterator<Item = &'static str>) -> Fault {
    let known: Vec<&str> = known.collect();
    let (zh, en) = (known.join("、"), known.join(", "));
    let near = nearest(found, known.iter().copied());
    let near = near.map_or_else(|| Text::new("", ""), |word| text!("是不是“{word}”？", "did you mean `{word}`? "));
    let (near_zh, near_en) = (near.zh, near.en);
    fault!(
        "“{key}”没有“{found}”这个取值", "`{found}` is not a word for `{key}`";
        "{near_zh}可用的词：{zh}", "{near_en}The words are: {en}",
    )
}

pub(super) fn invisible(key: &str, character: char) -> Fault {
    let code = u32::from(character);
    fault!(
        "“{key}”里有看不见的字符 U+{code:04X}", "`{key}` has a character that can't be seen, U+{code:04X}";
        "把它删去；换行用三个双引号括起来写", "take it out; lines of their own stand between three double quotes on each side",
    )
}

pub(super) fn not_decimal(key: &str, digits: &str) -> Fault {
    fault!(
        "“{key}”要写成十进制的数，这里是“{digits}”一类的写法", "`{key}` must be a decimal number, not one as in `{digits}` with a radix";
        "只写数字和小数点，如 163", "write digits and a point alone, as in 163",
    )
}

pub(super) fn too_large(key: &str, most: u64) -> Fault {
    fault!("“{key}”太大，至多是 {most}", "`{key}` is too large: it is {most} at most")
}

pub(super) fn not_a_count(key: &str) -> Fault {
    fault!("“{key}”应是 1 以上的整数", "`{key}` must be a whole number from 1 on")
}

//! Reading whether a sentence tells what has happened, what is planned, or what is expected.

use crate::domain::observation::Status;

/// Words before a number that is expected.
const FORECAST: [&str; 9] =
    ["预计", "预期", "预测", "有望", "is expected", "are expected", "expects", "forecast", "is likely"];

/// Words before a number that is planned. 计划 alone may be a thing that was made: 年度协商计划12项.
const PLANNED: [&str; 22] = [
    "力争",
    "拟开展",
    "拟举办",
    "拟组织",
    "拟召开",
    "拟立案",
    "拟完成",
    "将开展",
    "将举办",
    "将组织",
    "将召开",
    "将完成",
    "将达到",
    "目标是",
    "计划到",
    "is planned",
    "are planned",
    "plans to",
    "planned to",
    "aims to",
    "will hold",
    "will be held",
];

/// The marks at which a sentence ends, and with it what its first words say of all its numbers.
const SENTENCE_ENDS: [char; 7] = ['。', '；', '！', '？', ';', '\n', '\r'];

/// Returns the status of a number by the words of its sentence that stand before it.
pub(super) fn status_of(before: &str) -> Status {
    let before = before.rsplit(SENTENCE_ENDS).next().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| before.contains(word));
    if says(&FORECAST) {
        Status::Forecast
    } else if says(&PLANNED) || has_verb_to_plan(before) {
        Status::Planned
    } else {
        Status::Achieved
    }
}

/// Whether 计划 stands where a verb does, at the start of a clause or behind a year, and goes on: 2026年计划开展.
fn has_verb_to_plan(before: &str) -> bool {
    before.match_indices("计划").any(|(at, word)| {
        let last = before.get(..at).and_then(|front| front.chars().next_back());
        let is_first = last.is_none_or(|last| "年月，,、：: ".contains(last));
        let goes_on =
            before.get(at + word.len()..).is_some_and(|rest| rest.chars().next().is_some_and(crate::text::is_han));
        is_first && goes_on
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_planned_or_expected_has_not_happened() {
        for (before, status) in [
            ("预计2026年全年举办读书活动", Status::Forecast),
            ("预计全年立案提案", Status::Forecast),
            ("年内有望达到", Status::Forecast),
            ("2026年计划开展专题协商", Status::Planned),
            ("计划组织视察", Status::Planned),
            ("力争2026年立案", Status::Planned),
            ("今年拟举办讲堂", Status::Planned),
            ("In 2026, plans to hold ", Status::Planned),
            ("2025年，全年立案", Status::Achieved),
            ("制定年度协商计划", Status::Achieved),
            ("年度计划", Status::Achieved),
            ("预计今年立案600件。去年立案", Status::Achieved),
            ("草拟文件", Status::Achieved),
        ] {
            assert_eq!(status_of(before), status, "{before}");
        }
    }
}

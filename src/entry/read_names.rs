//! Reading which area and which indicator a draft names, or those that it adds.

use super::draft::{FigureDraft, FigureField, Named};
use super::entries::{NewArea, NewIndicator, NewTheme};
use super::field_faults::FieldFaults;
use super::ids::{slug, unused};
use crate::domain::indicator::Nature;
use crate::domain::{Area, Dataset, Key};
use crate::search::resolve::{self, NameFault, Resolved};
use crate::text::{Lang, Text};

/// The area and the indicator that a draft names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NamedThings {
    pub area_id: Option<String>,
    pub new_area: Option<NewArea>,
    pub indicator_id: Option<String>,
    pub new_indicator: Option<NewIndicator>,
    pub new_theme: Option<NewTheme>,
    /// The nature and the unit of the indicator.
    pub nature: Option<Nature>,
    pub unit: Option<Text>,
}

/// Reads the names of a draft.
pub(super) fn names(draft: &FigureDraft, dataset: &Dataset, faults: &mut FieldFaults) -> NamedThings {
    let mut things = NamedThings::default();
    area(draft, dataset, &mut things, faults);
    indicator(draft, dataset, &mut things, faults);
    things
}

fn area(draft: &FigureDraft, dataset: &Dataset, things: &mut NamedThings, faults: &mut FieldFaults) {
    const FIELD: FigureField = FigureField::Area;
    let found = match &draft.area {
        Named::Nothing => {
            faults.missing(FIELD, "哪一市？输入名称、拼音或代号", "which city? Type its name, its pinyin or its id");
            return;
        }
        Named::New(name) => {
            things.new_area = new_area(name, draft, dataset, faults);
            things.area_id = things.new_area.as_ref().map(|area| area.id.clone());
            return;
        }
        Named::Held(name) | Named::Typed(name) => resolve::area(dataset, name),
    };
    if let Some(key) = resolved(found, FIELD, faults) {
        things.area_id = Some(dataset.areas[key].id.clone());
        if let Some(other) = committee_in(&draft.sentence, dataset, key) {
            let (own, other) = (&dataset.areas[key].name, &dataset.areas[other].name);
            faults.wrong(
                FIELD,
                Text::new(
                    format!("句子里写的是{}市政协，不是{}：请改城市", other.zh, own.zh),
                    format!("the sentence speaks of the {} CPPCC, not of {}: choose that city", other.en, own.en),
                ),
            );
        }
    }
}

/// Returns the area whose committee a sentence names, where it does not name the chosen area too.
fn committee_in(sentence: &str, dataset: &Dataset, chosen: Key<Area>) -> Option<Key<Area>> {
    let names = |area: &Area| {
        let committees =
            [format!("{}市政协", area.name.zh), format!("{}政协", area.name.zh), format!("{} CPPCC", area.name.en)];
        committees.iter().any(|committee| sentence.contains(committee.as_str()))
    };
    let own = &dataset.areas[chosen].name;
    if sentence.contains(&own.zh) || sentence.contains(&own.en) {
        return None;
    }
    dataset.areas.iter().find(|(key, area)| *key != chosen && names(area)).map(|(key, _)| key)
}

/// Returns the key of what a name means; what it may mean else is a fault.
pub(super) fn resolved<T>(
    found: Result<Resolved<Key<T>>, NameFault>,
    field: FigureField,
    faults: &mut FieldFaults,
) -> Option<Key<T>> {
    match found {
        Ok(found) => match (found.remark(Lang::Zh), found.remark(Lang::En)) {
            // Of several that share a name the first is not taken in silence: what is written stays.
            (Some(zh), Some(en)) => {
                faults
                    .wrong(field, Text::new(format!("{zh}。请写明是哪一个"), format!("{en}. Say which one is meant")));
                None
            }
            _ => Some(found.key),
        },
        Err(fault) => {
            faults.wrong(field, Text::new(fault.text(Lang::Zh), fault.text(Lang::En)));
            None
        }
    }
}

fn new_area(name: &str, draft: &FigureDraft, dataset: &Dataset, faults: &mut FieldFaults) -> Option<NewArea> {
    let name = name.trim();
    let short = name.strip_suffix('市').filter(|short| short.chars().count() > 1).unwrap_or(name);
    let id = slug(short);
    if id.is_none() {
        faults.wrong(FigureField::Area, Text::new("名称里没有可作代号的字", "nothing in the name can make an id"));
    }
    let code = code(draft, dataset, faults);
    let words = |text: String| Text::new(text.clone(), text);
    let committee = match Lang::of_words(short) {
        Lang::Zh => format!("中国人民政治协商会议{short}市委员会"),
        Lang::En => format!("{short} Municipal Committee of the CPPCC"),
    };
    let id = unused(&id?, |id| dataset.areas.find(id).is_some());
    Some(NewArea { id, code: code?, name: words(short.to_owned()), committee: words(committee) })
}

fn code(draft: &FigureDraft, dataset: &Dataset, faults: &mut FieldFaults) -> Option<String> {
    const FIELD: FigureField = FigureField::Code;
    let code = draft.code.trim();
    if code.is_empty() {
        faults.missing(
            FIELD,
            "填行政区划代码，六位数字（GB/T 2260），如 371400",
            "the code of GB/T 2260, six digits, as in 371400",
        );
        return None;
    }
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        faults.wrong(FIELD, Text::new("应是六位数字，如 371400", "it has six digits, as in 371400"));
        return None;
    }
    if let Some((_, other)) = dataset.areas.iter().find(|(_, area)| area.code == code) {
        let name = &other.name;
        faults.wrong(FIELD, Text::new(format!("这是{}的代码", name.zh), format!("this is the code of {}", name.en)));
        return None;
    }
    Some(code.to_owned())
}

fn indicator(draft: &FigureDraft, dataset: &Dataset, things: &mut NamedThings, faults: &mut FieldFaults) {
    const FIELD: FigureField = FigureField::Indicator;
    let found = match &draft.indicator {
        Named::Nothing => {
            faults.missing(FIELD, "数的是什么？输入名称或拼音查找", "what is counted? Type its name to find it");
            return;
        }
        Named::New(name) => {
            things.nature = draft.nature;
            new_indicator(name, draft, dataset, things, faults);
            return;
        }
        Named::Held(name) | Named::Typed(name) => resolve::indicator(dataset, name),
    };
    if let Some(key) = resolved(found, FIELD, faults) {
        let indicator = &dataset.indicators[key];
        things.indicator_id = Some(indicator.id.clone());
        things.nature = Some(draft.nature.unwrap_or(indicator.nature));
        things.unit = Some(indicator.unit.clone()).filter(|unit| !unit.zh.is_empty());
    }
}

fn new_indicator(
    name: &str,
    draft: &FigureDraft,
    dataset: &Dataset,
    things: &mut NamedThings,
    faults: &mut FieldFaults,
) {
    let theme = theme(draft, dataset, things, faults);
    if draft.nature.is_none() {
        faults.missing(
            FigureField::Nature,
            "选性质：一段时间内的数是时期数，某一天的数是时点数",
            "choose its nature: a flow is counted over a period, a stock as of a date",
        );
    }
    let definition = draft.definition.trim();
    if definition.is_empty() {
        faults.missing(FigureField::Definition, "写明数的是什么、不含什么", "say what counts and what does not");
    }
    let words = |text: &str| Text::new(text, text);
    let unit = Some(draft.unit.trim()).filter(|unit| !unit.is_empty()).map(words);
    let Some(id) = slug(name).map(|id| unused(&id, |id| dataset.indicators.find(id).is_some())) else {
        let why = Text::new("名称里没有可作代号的字", "nothing in the name can make an id");
        faults.wrong(FigureField::Indicator, why);
        return;
    };
    things.indicator_id = Some(id.clone());
    things.unit.clone_from(&unit);
    if let (Some(theme), Some(nature), false) = (theme, draft.nature, definition.is_empty()) {
        let (name, definition) = (words(name.trim()), words(definition));
        things.new_indicator = Some(NewIndicator { id, theme, name, nature, unit, definition });
    }
}

/// Returns the id of the theme of an indicator that is new.
fn theme(draft: &FigureDraft, dataset: &Dataset, things: &mut NamedThings, faults: &mut FieldFaults) -> Option<String> {
    const FIELD: FigureField = FigureField::Theme;
    match &draft.theme {
        Named::Nothing => {
            faults.missing(FIELD, "放在哪个主题下？", "under which theme?");
            None
        }
        Named::New(name) => {
            let id = slug(name).map(|id| unused(&id, |id| dataset.themes.find(id).is_some()))?;
            let name = Text::new(name.trim(), name.trim());
            things.new_theme = Some(NewTheme { id: id.clone(), name, is_context: false });
            Some(id)
        }
        Named::Held(typed) | Named::Typed(typed) => {
            let is_name = |theme: &crate::domain::Theme| {
                [&theme.id, &theme.name.zh, &theme.name.en].into_iter().any(|name| name.eq_ignore_ascii_case(typed))
            };
            let begins = |theme: &crate::domain::Theme| {
                [&theme.id, &theme.name.zh].into_iter().any(|name| name.starts_with(typed.as_str()))
            };
            let found = dataset.themes.iter().find(|(_, theme)| is_name(theme));
            let found = found.or_else(|| dataset.themes.iter().find(|(_, theme)| begins(theme)));
            if found.is_none() {
                let all = |lang| dataset.themes.iter().map(|(_, theme)| theme.name.get(lang)).collect::<Vec<_>>();
                faults.wrong(
                    FIELD,
                    Text::new(
                        format!("没有名为“{typed}”的主题；现有：{}", all(Lang::Zh).join("、")),
                        format!("no theme is called “{typed}”; there are: {}", all(Lang::En).join(", ")),
                    ),
                );
            }
            found.map(|(_, theme)| theme.id.clone())
        }
    }
}

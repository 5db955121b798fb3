//! The fields of the form: which of them are shown, how they are called, and what stands in them.

use crate::domain::Dataset;
use crate::domain::article::Grade;
use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::{Each, Scope, Status};
use crate::entry::{DraftReading, EachChoice, FieldFault, FigureDraft, FigureField, Named, shown_name};
use crate::text::{Lang, Phrase, Word};

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Any text may be typed.
    Text,
    /// A name is typed, and one of those that fit is taken.
    Name,
    /// One of a few words is chosen, with the arrow keys.
    Choice,
}

/// A row of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldRow {
    pub field: FigureField,
    pub text: FieldText,
    /// What is wrong or missing.
    pub fault: Option<FieldFault>,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldText {
    /// Nothing stands in it yet.
    Empty,
    /// It was typed or chosen.
    Given(String),
    /// It was read out of the sentence.
    Read(String),
    /// It is what most figures have.
    Usual(String),
}

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const TOTAL: Phrase = phrase("总数", "a total");
const NEW: Phrase = phrase("（新增）", " (new)");

/// Returns the name of a field.
pub const fn label(field: FigureField) -> Phrase {
    match field {
        FigureField::Sentence => phrase("句子", "Sentence"),
        FigureField::Taken => phrase("取哪个数", "Number"),
        FigureField::Indicator => phrase("指标", "Indicator"),
        FigureField::Theme => phrase("主题", "Theme"),
        FigureField::Nature => phrase("性质", "Nature"),
        FigureField::Definition => phrase("指标口径", "Definition"),
        FigureField::Area => phrase("城市", "City"),
        FigureField::Code => phrase("区划代码", "Code"),
        FigureField::Value => phrase("数值", "Value"),
        FigureField::Qualifier => phrase("限定", "Qualifier"),
        FigureField::Each => phrase("总或均", "Total, mean"),
        FigureField::Unit => phrase("单位", "Unit"),
        FigureField::Period => phrase("时段", "Period"),
        FigureField::Scope => phrase("范围", "Scope"),
        FigureField::Status => phrase("状态", "Status"),
        FigureField::Article => phrase("文章", "Article"),
        FigureField::Outlet => phrase("报刊网站", "Outlet"),
        FigureField::Published => phrase("发表日期", "Published"),
        FigureField::Address => phrase("网址", "Address"),
        FigureField::Paragraph => phrase("段落", "Paragraph"),
        FigureField::Variant => phrase("本市口径", "Variant"),
        FigureField::Reading => phrase("读法", "How read"),
        FigureField::Note => phrase("说明", "Note"),
    }
}

/// Returns how a field is filled in.
pub const fn kind(field: FigureField) -> FieldKind {
    match field {
        FigureField::Indicator | FigureField::Theme | FigureField::Area | FigureField::Article => FieldKind::Name,
        FigureField::Taken
        | FigureField::Nature
        | FigureField::Qualifier
        | FigureField::Each
        | FigureField::Scope
        | FigureField::Status => FieldKind::Choice,
        _ => FieldKind::Text,
    }
}

/// Returns the fields that are shown now, in their order. What belongs to something new is shown with it.
pub fn shown_fields(draft: &FigureDraft, reading: &DraftReading, dataset: &Dataset) -> Vec<FigureField> {
    use FigureField as F;
    let only = |is_shown: bool, fields: &[FigureField]| if is_shown { fields.to_vec() } else { Vec::new() };
    let article = match &draft.article {
        Named::Held(id) => dataset.articles.find(id).map(|key| dataset.articles[key].grade),
        _ => None,
    };
    [
        vec![F::Sentence],
        only(reading.candidates.len() > 1 || draft.taken.is_some(), &[F::Taken]),
        vec![F::Indicator],
        only(draft.indicator.new_name().is_some(), &[F::Theme, F::Nature, F::Definition]),
        vec![F::Area],
        only(draft.area.new_name().is_some(), &[F::Code]),
        vec![F::Value, F::Qualifier, F::Each, F::Unit, F::Period, F::Scope, F::Status, F::Article],
        only(draft.article.new_name().is_some(), &[F::Outlet, F::Published, F::Address]),
        only(article == Some(Grade::Full), &[F::Paragraph]),
        vec![F::Variant, F::Reading, F::Note],
    ]
    .concat()
}

/// Returns the rows of the form.
#[must_use]
pub fn field_rows(draft: &FigureDraft, reading: &DraftReading, dataset: &Dataset, lang: Lang) -> Vec<FieldRow> {
    let fault = |field| reading.faults.iter().find(|fault| fault.field == field).cloned();
    let rows = shown_fields(draft, reading, dataset).into_iter();
    rows.map(|field| FieldRow { field, text: text((draft, reading), dataset, field, lang), fault: fault(field) })
        .collect()
}

/// Returns the text of a draft that a field is typed into; `None` for one that is chosen.
pub fn typed(draft: &mut FigureDraft, field: FigureField) -> Option<&mut String> {
    Some(match field {
        FigureField::Sentence => &mut draft.sentence,
        FigureField::Definition => &mut draft.definition,
        FigureField::Code => &mut draft.code,
        FigureField::Value => &mut draft.value,
        FigureField::Unit => &mut draft.unit,
        FigureField::Period => &mut draft.period,
        FigureField::Outlet => &mut draft.outlet,
        FigureField::Published => &mut draft.published,
        FigureField::Address => &mut draft.address,
        FigureField::Paragraph => &mut draft.paragraph,
        FigureField::Variant => &mut draft.variant,
        FigureField::Reading => &mut draft.reading,
        FigureField::Note => &mut draft.note,
        _ => return None,
    })
}

/// Returns the name of a draft that a field chooses; `None` for another.
pub fn named(draft: &mut FigureDraft, field: FigureField) -> Option<&mut Named> {
    Some(match field {
        FigureField::Indicator => &mut draft.indicator,
        FigureField::Theme => &mut draft.theme,
        FigureField::Area => &mut draft.area,
        FigureField::Article => &mut draft.article,
        _ => return None,
    })
}

/// Returns what stands in a field.
fn text(
    (draft, reading): (&FigureDraft, &DraftReading),
    dataset: &Dataset,
    field: FigureField,
    lang: Lang,
) -> FieldText {
    if let Some(named) = named(&mut draft.clone(), field) {
        let name = shown_name(named, |id| name_of(dataset, field, id, lang));
        let mark = if named.new_name().is_some() { NEW.get(lang) } else { "" };
        return if name.is_empty() { FieldText::Empty } else { FieldText::Given(name + mark) };
    }
    if kind(field) == FieldKind::Choice {
        return chosen(draft, reading, field, lang);
    }
    let typed = typed(&mut draft.clone(), field).cloned().unwrap_or_default();
    let as_read = &reading.as_read;
    let read = match field {
        FigureField::Value => as_read.value.clone(),
        FigureField::Unit => as_read.unit.clone(),
        FigureField::Period => as_read.period.clone(),
        _ => None,
    };
    match (typed.is_empty(), read) {
        (false, _) => FieldText::Given(typed),
        (true, Some(read)) => FieldText::Read(read),
        (true, None) => FieldText::Empty,
    }
}

/// Returns the name of something that is held, as the dashboard shows it.
fn name_of(dataset: &Dataset, field: FigureField, id: &str, lang: Lang) -> Option<String> {
    Some(match field {
        FigureField::Indicator => dataset.indicators[dataset.indicators.find(id)?].name.get(lang).to_owned(),
        FigureField::Theme => dataset.themes[dataset.themes.find(id)?].name.get(lang).to_owned(),
        FigureField::Area => dataset.areas[dataset.areas.find(id)?].name.get(lang).to_owned(),
        _ => dataset.articles[dataset.articles.find(id)?].title.clone(),
    })
}

fn chosen(draft: &FigureDraft, reading: &DraftReading, field: FigureField, lang: Lang) -> FieldText {
    let as_read = &reading.as_read;
    let given = |given: Option<String>, read: Option<String>| match (given, read) {
        (Some(given), _) => FieldText::Given(given),
        (None, Some(read)) => FieldText::Read(read),
        (None, None) => FieldText::Empty,
    };
    let words = |phrase: Phrase| phrase.get(lang).to_owned();
    let each = |each: Option<Each>| words(each.map_or(TOTAL, Each::name));
    match field {
        FigureField::Taken => {
            let count = reading.candidates.len();
            let taken = reading.taken.and_then(|at| Some((at, reading.candidates.get(at)?)));
            let told = taken.map(|(at, candidate)| format!("{}/{count} “{}”", at + 1, candidate.printed));
            given(told.clone().filter(|_| draft.taken.is_some()), told)
        }
        FigureField::Qualifier => given(
            draft.qualifier.map(|qualifier| words(qualifier.name())),
            as_read.qualifier.map(|qualifier| words(qualifier.name())),
        ),
        FigureField::Each => {
            given(draft.each.map(|choice| each(choice.each())), reading.taken.map(|_| each(as_read.each)))
        }
        FigureField::Scope => {
            let read = as_read.scope.filter(|_| !draft.sentence.trim().is_empty());
            match read {
                // A sentence without a level says nothing: that was not read in it.
                Some(Scope::NotStated) if draft.scope.is_none() => FieldText::Usual(words(Scope::NotStated.name())),
                _ => given(draft.scope.map(|scope| words(scope.name())), read.map(|scope| words(scope.name()))),
            }
        }
        FigureField::Status => {
            let given = draft.status.map(|status| FieldText::Given(words(status.name())));
            // What has happened is the usual; anything else was read in words that the reader must see.
            let read = as_read.status.filter(|status| *status != Status::Achieved);
            let read = read.map(|status| FieldText::Read(words(status.name())));
            given.or(read).unwrap_or_else(|| FieldText::Usual(words(Status::Achieved.name())))
        }
        _ => given(draft.nature.map(|nature| words(nature.name())), None),
    }
}

/// Takes the next or the previous of the words of a field; what the sentence says is one of them. `numbers` says where each
/// number of the sentence begins.
pub fn choose(draft: &mut FigureDraft, field: FigureField, numbers: &[usize], step: isize) {
    match field {
        FigureField::Taken => {
            draft.taken = stepped(numbers, draft.taken, step, false);
        }
        FigureField::Qualifier => draft.qualifier = stepped(&words::<Qualifier>(), draft.qualifier, step, true),
        FigureField::Scope => draft.scope = stepped(&words::<Scope>(), draft.scope, step, true),
        FigureField::Status => draft.status = stepped(&words::<Status>(), draft.status, step, true),
        FigureField::Nature => draft.nature = stepped(&words::<Nature>(), draft.nature, step, false),
        FigureField::Each => {
            let spans = words::<Each>().into_iter().map(EachChoice::Of);
            let all: Vec<EachChoice> = std::iter::once(EachChoice::Total).chain(spans).collect();
            draft.each = stepped(&all, draft.each, step, true);
        }
        _ => {}
    }
}

fn words<W: Word>() -> Vec<W> {
    W::WORDS.iter().map(|(_, word)| *word).collect()
}

/// Returns the choice one step further, round and round. `may_be_none` says whether there is a choice of leaving it open.
fn stepped<T: Copy + PartialEq>(all: &[T], now: Option<T>, step: isize, may_be_none: bool) -> Option<T> {
    let open = usize::from(may_be_none);
    let count = isize::try_from(all.len() + open).unwrap_or(1).max(1);
    let at = now.and_then(|now| all.iter().position(|one| *one == now)).map(|at| at + open);
    let at = match at {
        Some(at) => isize::try_from(at).unwrap_or(0),
        // Without a choice the first step forward is the first of them.
        None if may_be_none => 0,
        None if step > 0 => -1,
        None => 0,
    };
    let next = usize::try_from((at + step).rem_euclid(count)).unwrap_or(0);
    next.checked_sub(open).and_then(|next| all.get(next)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_go_round() {
        let all = ['a', 'b'];
        assert_eq!(stepped(&all, None, 1, true), Some('a'));
        assert_eq!(stepped(&all, Some('b'), 1, true), None);
        assert_eq!(stepped(&all, None, -1, true), Some('b'));
        assert_eq!(stepped(&all, None, 1, false), Some('a'));
        assert_eq!(stepped(&all, Some('b'), 1, false), Some('a'));
        assert_eq!(stepped(&all, None, -1, false), Some('b'));
        assert_eq!(stepped(&[] as &[char], None, 1, false), None);
    }
}

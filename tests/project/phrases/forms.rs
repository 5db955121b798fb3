//! The printed forms of `tests/data/printed_forms.tsv`, and what may be wrongly said of each.

use super::claim::Claim;

const QUALIFIERS: [&str; 7] = ["exact", "at-least", "below", "at-most", "between", "about", "order"];

/// The phrases that print another number that may be a figure as well.
const OTHER_FIGURES: &[(&str, &str)] = &[
    ("及时表扬9期18次", "9"),
    ("5次(其中专题2次)", "2"),
    ("工作室46家(今年新增2家)", "46"),
    ("从4.38%上升至16.09%", "4.38"),
];

/// What a careless reader takes for the number: a part of it, or its digits without its unit.
const PARTS: &[(&str, &[&str])] = &[
    ("1亿2千万元", &["100000000", "20000000", "100020000", "12000"]),
    ("3万5千人", &["30000", "5000", "30005"]),
    ("一万二", &["10002", "10000", "2"]),
    ("两万三千人次", &["20000", "3000", "20003"]),
    ("一千零九十八件", &["1000", "98", "90"]),
    ("三四十场", &["340", "34", "30", "40", "3", "4"]),
    ("百余万元", &["100", "10000"]),
    ("三十余万字", &["30", "10000", "10"]),
    ("一百多亿元", &["100", "100000000"]),
    ("1.5万亿元", &["15000", "1500000000001", "1500000000010"]),
    ("总投资27亿元", &["2700000001", "2700000002"]),
    ("二十六幅精品", &["20", "6", "10"]),
    ("成百上千", &["1000"]),
    ("数量翻一番", &["1"]),
    ("一批提案", &["1"]),
];

/// A row of the table.
pub struct Form {
    phrase: String,
    nature: String,
    value: String,
    qualifier: String,
    group: String,
}

pub fn forms() -> Vec<Form> {
    let rows = include_str!("../../data/printed_forms.tsv").lines().skip(1);
    rows.map(|row| {
        let [phrase, nature, value, qualifier, _, group] = row.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let [phrase, nature, value, qualifier, group] = [phrase, nature, value, qualifier, group].map(str::to_owned);
        // A fall is no share: it has a nature of its own.
        let nature = if value.starts_with('-') { "change".to_owned() } else { nature };
        Form { phrase, nature, value, qualifier, group }
    })
    .collect()
}

impl Form {
    /// Returns what the form means, the usual way of writing it first; nothing where it prints no number.
    pub fn right(&self) -> Vec<Claim> {
        if self.value.is_empty() {
            return Vec::new();
        }
        let (value, to) = self.ends();
        let each = self.phrase.starts_with("年均").then(|| "year".to_owned());
        let design = (self.nature == "structure").then(|| value.trim_matches('"').to_owned());
        let claim = |qualifier: &str| Claim {
            to: to.clone(),
            each: each.clone(),
            design: design.clone(),
            ..Claim::new(&self.phrase, &self.nature, &value, qualifier)
        };
        self.qualifier.split('/').map(claim).collect()
    }

    fn ends(&self) -> (String, Option<String>) {
        match self.value.split_once("..") {
            Some((low, high)) => (low.to_owned(), Some(high.to_owned())),
            None => (self.value.clone(), None),
        }
    }

    pub fn with_other_qualifiers(&self) -> Vec<Claim> {
        let Some(right) = self.right().into_iter().next().filter(|right| right.design.is_none()) else {
            return Vec::new();
        };
        let others =
            QUALIFIERS.into_iter().filter(|qualifier| !self.qualifier.split('/').any(|right| right == *qualifier));
        let claim = |qualifier: &str| {
            let to = (qualifier == "between").then(|| shifted(&right.value, 1.0));
            Claim { qualifier: qualifier.to_owned(), to, ..right.clone() }
        };
        // No share goes beyond a hundred: that is another fault.
        let is_share = |claim: &Claim| claim.nature != "rate" || claim.to.as_deref() != Some("101");
        others.map(claim).filter(is_share).collect()
    }

    /// Returns claims of values near the printed one, of its parts and of its bare digits, under every qualifier.
    pub fn with_other_values(&self) -> Vec<Claim> {
        let right = self.right().into_iter().next();
        if let Some(design) = right.as_ref().and_then(|right| right.design.clone()) {
            return vec![Claim { design: Some(format!("{design}0")), ..right.unwrap() }];
        }
        let base = right.unwrap_or_else(|| Claim::new(&self.phrase, "flow", "0", "exact"));
        let mut claims = Vec::new();
        for value in self.other_values() {
            for qualifier in QUALIFIERS {
                let to = match (qualifier, &base.to) {
                    ("between", Some(to)) => to.clone(),
                    ("between", None) => shifted(&value, 10.0),
                    _ => String::new(),
                };
                let to = Some(to).filter(|to| !to.is_empty());
                claims.push(Claim { value: value.clone(), qualifier: qualifier.to_owned(), to, ..base.clone() });
            }
        }
        if let Some(to) = &base.to {
            let of = |to: String| Claim { to: Some(to), ..base.clone() };
            claims.extend([
                of(shifted(to, 1.0)),
                of(shifted(to, -1.0)),
                Claim { to: None, qualifier: "exact".to_owned(), value: to.clone(), ..base.clone() },
            ]);
        }
        claims.retain(|claim| {
            claim.to.as_ref().is_none_or(|to| to.parse::<f64>().unwrap() > claim.value.parse().unwrap())
        });
        claims
    }

    fn other_values(&self) -> Vec<String> {
        let (value, _) = self.ends();
        let mut others: Vec<String> = digits(&self.phrase);
        others.extend(
            PARTS
                .iter()
                .filter(|(phrase, _)| *phrase == self.phrase)
                .flat_map(|(_, parts)| parts.iter().map(ToString::to_string)),
        );
        if let Ok(number) = value.parse::<f64>() {
            others.extend(
                [
                    number + 1.0,
                    number - 1.0,
                    number * 10.0,
                    number / 10.0,
                    number / 1e4,
                    number / 1e8,
                    number * 100.0,
                    number * 1e4,
                ]
                .map(|it| it.to_string()),
            );
            let mut digits: Vec<char> = value.chars().collect();
            let last = digits.pop().and_then(|last| last.to_digit(10)).unwrap();
            digits.extend(char::from_digit((last + 3) % 10, 10));
            others.push(digits.into_iter().collect());
        }
        others.retain(|other| {
            let other: f64 = other.parse().unwrap();
            let is_figure = |figure: &str| figure.parse() == Ok(other);
            let elsewhere = OTHER_FIGURES.iter().any(|(phrase, figure)| *phrase == self.phrase && is_figure(figure));
            let printed = is_figure(&value) || (self.phrase == "50余件中的12件" && is_figure("50"));
            // Zero is no value of a hint, and only a change is negative.
            !printed && !elsewhere && (other >= 0.0 || value.starts_with('-')) && !self.group.is_empty()
        });
        others
    }
}

/// Returns the rows of digits of a phrase as they stand there.
fn digits(phrase: &str) -> Vec<String> {
    let rows = phrase.split(|character: char| !character.is_ascii_digit());
    rows.filter(|row| !row.is_empty()).map(|row| row.parse::<f64>().unwrap().to_string()).collect()
}

fn shifted(value: &str, by: f64) -> String {
    (value.parse::<f64>().unwrap() + by).to_string()
}

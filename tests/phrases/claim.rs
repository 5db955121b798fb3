//! One figure with its phrase, checked as `cppcc check` does: in a pack of its own.

use cppcc::checked::{Diagnostic, SourceFile};
use cppcc::data::load;
use std::fmt;

/// What the data says of a figure, as it is written there.
#[derive(Clone, Debug)]
pub struct Claim {
    pub phrase: String,
    pub nature: String,
    pub value: String,
    pub to: Option<String>,
    pub qualifier: String,
    pub each: Option<String>,
    pub has_reading: bool,
    /// The value of a designed number, which has no other.
    pub design: Option<String>,
}

impl Claim {
    pub fn new(phrase: &str, nature: &str, value: &str, qualifier: &str) -> Self {
        Self {
            phrase: phrase.to_owned(),
            nature: nature.to_owned(),
            value: value.to_owned(),
            to: None,
            qualifier: qualifier.to_owned(),
            each: None,
            has_reading: false,
            design: None,
        }
    }

    /// Returns the keys of the figure in the order in which hints write them, but for the nature.
    pub fn keys(&self) -> String {
        let to = self.to.as_ref().map_or(String::new(), |to| format!(", to = {to}"));
        format!("value = {}{to}, qualifier = \"{}\"", self.value, self.qualifier)
    }

    /// Loads a pack of this one figure.
    pub fn check(&self) -> Result<(), Vec<Diagnostic>> {
        let file = SourceFile::new("", "claim.toml", self.pack().into_bytes());
        load(vec![file]).map(drop).map_err(|faults| faults.diagnostics().to_vec())
    }

    fn pack(&self) -> String {
        let Self { phrase, nature, .. } = self;
        let value = self.design.as_ref().map_or(self.value.clone(), |design| format!("{design:?}"));
        let optional = [
            self.to.as_ref().map(|to| format!("to = {to}\n")),
            self.each.as_ref().map(|each| format!("each = \"{each}\"\n")),
            self.has_reading.then(|| "reading = { zh = \"读\", en = \"Read\" }\n".to_owned()),
        ];
        let optional: String = optional.into_iter().flatten().collect();
        let period =
            if nature == "stock" { "as_of = \"2024-12-31\"" } else { "start = \"2024-01-01\", end = \"2024-12-31\"" };
        let qualifier = &self.qualifier;
        let text = |word: &str| format!("{{ zh = \"{word}\", en = \"{word}\" }}");
        let [name, unit, about] = ["名", "单位", "说明"].map(text);
        format!(
            "[pack]\nid = \"claim\"\nname = {name}\nabout = {about}\n\
             [[theme]]\nid = \"theme\"\nname = {name}\n\
             [[area]]\nid = \"jia\"\ncode = \"370199\"\nname = {name}\ncommittee = {name}\n\
             [[article]]\nid = \"news\"\narea = \"jia\"\ntitle = \"报告\"\noutlet = {name}\n\
             published = {{ date = \"2025-01-10\", certainty = \"stated\" }}\ngenre = \"news\"\nstatement = {about}\n\
             grade = \"excerpt\"\n\
             [[indicator]]\nid = \"what\"\ntheme = \"theme\"\nname = {name}\nunit = {unit}\ndefinition = {about}\nnature = \"{nature}\"\n\
             [[observation]]\nid = \"jia-2024-x\"\narea = \"jia\"\nindicator = \"what\"\nvalue = {value}\n{optional}\
             qualifier = \"{qualifier}\"\nscope = \"city\"\nstatus = \"achieved\"\nperiod = {{ {period} }}\n\
             source = {{ article = \"news\", printed = \"{phrase}\" }}\n"
        )
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "“{}” as {} of nature {}", self.phrase, self.keys(), self.nature)?;
        if let Some(each) = &self.each {
            write!(formatter, " each {each}")?;
        }
        if self.has_reading { write!(formatter, " with a reading") } else { Ok(()) }
    }
}

/// Returns what a claim becomes when one follows its hint: one for each number that the hint offers.
pub fn hints(claim: &Claim, help: &str) -> Vec<Claim> {
    let written = help.split("value = ").skip(1);
    written
        .map(|keys| {
            let keys = keys.split("; or").next().unwrap().split(". ").next().unwrap();
            let of = |key: &str| {
                let rest = keys.split_once(&format!(", {key} = ")).map(|(_, rest)| rest)?;
                Some(rest.split(", ").next().unwrap().trim_matches('"').to_owned())
            };
            Claim {
                value: keys.split(", ").next().unwrap().to_owned(),
                to: of("to").or_else(|| claim.to.clone().filter(|_| !keys.contains("without `to`"))),
                qualifier: of("qualifier").unwrap(),
                nature: of("nature").unwrap_or_else(|| claim.nature.clone()),
                each: of("each").or_else(|| claim.each.clone().filter(|_| !keys.contains("`each`"))),
                ..claim.clone()
            }
        })
        .collect()
}

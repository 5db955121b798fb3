//! Figures with their phrases, checked as `cppcc check` does: in a pack, each under an indicator of its own.

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

    /// Loads a pack of this one figure, and returns its faults.
    pub fn check(&self) -> Vec<Diagnostic> {
        check(std::slice::from_ref(self)).remove(0)
    }

    /// Writes the figure with an indicator of its own.
    fn entries(&self, at: usize) -> String {
        let Self { phrase, nature, qualifier, .. } = self;
        let value = self.design.as_ref().map_or(self.value.clone(), |design| format!("{design:?}"));
        let optional = [
            self.to.as_ref().map(|to| format!("to = {to}\n")),
            self.each.as_ref().map(|each| format!("each = \"{each}\"\n")),
            self.has_reading.then(|| "reading = { zh = \"读\", en = \"Read\" }\n".to_owned()),
        ];
        let optional: String = optional.into_iter().flatten().collect();
        let period =
            if nature == "stock" { "as_of = \"2024-12-31\"" } else { "start = \"2024-01-01\", end = \"2024-12-31\"" };
        format!(
            "[[indicator]]\nid = \"what{at}\"\ntheme = \"theme\"\nname = {NAME}\nunit = {NAME}\ndefinition = {NAME}\n\
             nature = \"{nature}\"\n\
             [[observation]]\nid = \"jia-2024-x{at}\"\narea = \"jia\"\nindicator = \"what{at}\"\nvalue = {value}\n{optional}\
             qualifier = \"{qualifier}\"\nscope = \"city\"\nstatus = \"achieved\"\nperiod = {{ {period} }}\n\
             source = {{ article = \"news\", printed = \"{phrase}\" }}\n"
        )
    }
}

const NAME: &str = "{ zh = \"名\", en = \"Name\" }";

/// Loads a pack of all these figures, and returns the faults of each.
pub fn check(claims: &[Claim]) -> Vec<Vec<Diagnostic>> {
    let mut text = format!(
        "[pack]\nid = \"claim\"\nname = {NAME}\nabout = {NAME}\n\
         [[theme]]\nid = \"theme\"\nname = {NAME}\n\
         [[area]]\nid = \"jia\"\ncode = \"370199\"\nname = {NAME}\ncommittee = {NAME}\n\
         [[article]]\nid = \"news\"\narea = \"jia\"\ntitle = \"报告\"\noutlet = {NAME}\n\
         published = {{ date = \"2025-01-10\", certainty = \"stated\" }}\ngenre = \"news\"\nstatement = {NAME}\n\
         grade = \"excerpt\"\n"
    );
    let mut line = text.lines().count();
    let mut last_lines = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let entries = claim.entries(at);
        line += entries.lines().count();
        last_lines.push(line);
        text += &entries;
    }
    let file = SourceFile::new("", "claim.toml", text.into_bytes());
    let mut found = vec![Vec::new(); claims.len()];
    if let Err(faults) = load(vec![file]) {
        for fault in faults.diagnostics() {
            let line = fault.position.unwrap().line;
            found[last_lines.partition_point(|last| *last < line)].push(fault.clone());
        }
    }
    found
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

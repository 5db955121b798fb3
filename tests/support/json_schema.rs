//! A check of JSON against a schema, for the words of JSON Schema (draft 2020-12) that `data/export.schema.json` uses. Any
//! other word fails: what is not checked would seem to hold.

use serde_json::{Map, Value};

/// Returns what is wrong with a document by a definition of the schema, each with the place in the document.
pub fn faults(schema: &Value, definition: &str, document: &Value) -> Vec<String> {
    let root = &schema["$defs"][definition];
    assert!(root.is_object(), "the schema defines `{definition}`");
    let mut check = Check { schema, faults: Vec::new() };
    check.value(root, document, "$");
    check.faults
}

struct Check<'a> {
    schema: &'a Value,
    faults: Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, rule: &Value, value: &Value, place: &str) {
        let rules = rule.as_object().expect("a rule is an object");
        for (word, told) in rules {
            let holds = match word.as_str() {
                "description" => true,
                "$ref" => {
                    let name = told.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                    let schema = self.schema;
                    let definition = &schema["$defs"][name];
                    assert!(definition.is_object(), "`{name}` is defined");
                    self.value(definition, value, place);
                    true
                }
                "type" => types(told).iter().any(|name| is_of_type(value, name)),
                "const" => value == told,
                "enum" => told.as_array().unwrap().contains(value),
                "anyOf" => told.as_array().unwrap().iter().any(|rule| self.holds(rule, value)),
                "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= told.as_u64().unwrap()),
                "maxLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 <= told.as_u64().unwrap()),
                "minimum" => value.as_f64().is_none_or(|number| number >= told.as_f64().unwrap()),
                "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= told.as_u64().unwrap()),
                "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= told.as_u64().unwrap()),
                "pattern" => value.as_str().is_none_or(|text| is_date(told, text)),
                "items" => {
                    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.value(told, item, &format!("{place}[{number}]"));
                    }
                    true
                }
                "properties" => {
                    self.properties(told, value, place);
                    true
                }
                "required" => has_all(value, told),
                "additionalProperties" => {
                    assert_eq!(told, &Value::Bool(false));
                    has_no_other(value, rules)
                }
                other => panic!("`{other}` is not checked"),
            };
            if !holds {
                self.faults.push(format!("{place}: {word} {told}: {value}"));
            }
        }
    }

    fn properties(&mut self, rules: &Value, value: &Value, place: &str) {
        for (name, rule) in rules.as_object().unwrap() {
            if let Some(property) = value.get(name) {
                self.value(rule, property, &format!("{place}.{name}"));
            }
        }
    }

    fn holds(&self, rule: &Value, value: &Value) -> bool {
        let mut check = Check { schema: self.schema, faults: Vec::new() };
        check.value(rule, value, "");
        check.faults.is_empty()
    }
}

fn types(told: &Value) -> Vec<&str> {
    match told {
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        name => name.as_str().into_iter().collect(),
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("`{other}` is a type"),
    }
}

/// The schema has one pattern, that of dates.
fn is_date(pattern: &Value, text: &str) -> bool {
    assert_eq!(pattern, "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
    let parts: Vec<&str> = text.split('-').collect();
    let has_digits = |part: &&str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() <= 3 && parts.iter().zip([4, 2, 2]).all(|(part, count)| has_digits(part, count))
}

fn has_all(value: &Value, names: &Value) -> bool {
    names.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some())
}

fn has_no_other(value: &Value, rules: &Map<String, Value>) -> bool {
    let known = rules["properties"].as_object().unwrap();
    value.as_object().is_none_or(|fields| fields.keys().all(|name| known.contains_key(name)))
}

//! Where in a file's text its problems are. Looked for only once there are problems, so that reading
//! what is right pays nothing for it.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::problem::{Place, Problem};

/// Says of each problem in this text where it is, unless that is known: at the value that is wrong,
/// or at what should have held the one that is missing. Text that is no JSON stays as it is.
pub fn locate(text: &str, problems: &mut [Problem]) {
    if problems.iter().all(|problem| problem.place.is_some()) {
        return;
    }
    let Some(root) = parsed(text) else { return };
    let lines = Lines::of(text);
    for problem in problems.iter_mut().filter(|problem| problem.place.is_none()) {
        let value = follow(&root, &problem.path);
        problem.place = Some(lines.place(value.start()));
    }
}

/// Every field that an object of this text has more than once: its path, its name, and the place
/// where it stands again.
pub(super) fn repeated(text: &str) -> Vec<(String, String, Place)> {
    let mut found = Vec::new();
    if let Some(root) = parsed(text) {
        gather("$", &root, &Lines::of(text), &mut found);
    }
    found
}

fn parsed(text: &str) -> Option<Value<'_>> {
    parse_to_ast(bare(text), &CollectOptions::default(), &ParseOptions::default()).ok()?.value
}

/// The text without its byte-order mark, which JSON does not have.
fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The innermost value on this path that is there.
fn follow<'a, 'text>(root: &'a Value<'text>, path: &str) -> &'a Value<'text> {
    let mut value = root;
    let mut rest = path.trim_start_matches('$');
    while !rest.is_empty() {
        let (next, after) = if let Some(inner) = rest.strip_prefix('.') {
            let end = inner.find(['.', '[']).unwrap_or(inner.len());
            let (name, after) = inner.split_at(end);
            (value.as_object().and_then(|object| field(object, name)), after)
        } else if let Some((number, after)) =
            rest.strip_prefix('[').and_then(|inner| inner.split_once(']'))
        {
            let at = number.parse::<usize>().ok();
            let item = value.as_array().zip(at).and_then(|(array, at)| array.elements.get(at));
            (item, after)
        } else {
            (None, "")
        };
        let Some(next) = next else { break };
        (value, rest) = (next, after);
    }
    value
}

/// Of two with one name the last one counts, as for every reader of the contract.
fn field<'a, 'text>(object: &'a Object<'text>, name: &str) -> Option<&'a Value<'text>> {
    let mut named = object.properties.iter().rev().filter(|field| field.name.as_str() == name);
    named.next().map(|field| &field.value)
}

fn gather(path: &str, value: &Value<'_>, lines: &Lines<'_>, to: &mut Vec<(String, String, Place)>) {
    match value {
        Value::Array(array) => {
            for (at, item) in array.elements.iter().enumerate() {
                gather(&format!("{path}[{at}]"), item, lines, to);
            }
        }
        Value::Object(object) => {
            let mut seen = std::collections::HashSet::new();
            for field in &object.properties {
                let name = field.name.as_str();
                let path = format!("{path}.{name}");
                if !seen.insert(name) {
                    to.push((path.clone(), name.to_owned(), lines.place(field.start())));
                }
                gather(&path, &field.value, lines, to);
            }
        }
        _ => {}
    }
}

/// Where the lines of a text begin, so that many places in one file cost no more than one.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let text = bare(text);
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    fn place(&self, byte: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|at| self.starts.get(at)).copied();
        let before = self.text.get(start.unwrap_or_default()..byte).unwrap_or_default();
        Place::counted(line.saturating_sub(1), before.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\u{feff}{\r\n  \"title\": \"Đời\", \"body\": [\r\n    {\"a\": 1},\r\n    \
                        {\"text\": [\"x\", {\"href\": 5, \"href\": 6}]}\r\n  ]\r\n}\r\n";

    fn place(path: &str) -> (u32, u32) {
        let mut problems = [Problem::error("a.json", path, "this", "that")];
        locate(TEXT, &mut problems);
        problems[0].place.map(|place| (place.line, place.column)).expect("a place")
    }

    #[test]
    fn a_problem_is_where_its_value_is_or_would_be() {
        let table = [
            ("$", (1, 1)),
            ("$.title", (2, 12)),
            ("$.body", (2, 27)),
            ("$.body[0].a", (3, 11)),
            ("$.body[0].text", (3, 5)),
            ("$.body[1].text[0]", (4, 15)),
            // The last of two counts.
            ("$.body[1].text[1].href", (4, 40)),
            ("$.body[7].text", (2, 27)),
            ("$.section.name", (1, 1)),
            ("$ no path at all", (1, 1)),
        ];
        for (path, at) in table {
            assert_eq!(place(path), at, "{path}");
        }
    }

    #[test]
    fn fields_that_stand_twice_are_found_however_deep() {
        let found = repeated(TEXT);
        let place = Place { line: 4, column: 32 };
        let path = "$.body[1].text[1].href".to_owned();
        assert_eq!(found, [(path, "href".to_owned(), place)]);
    }

    #[test]
    fn a_place_that_is_known_stays_and_what_is_no_json_has_none() {
        let known = Place { line: 9, column: 9 };
        let problem = Problem::error("a.json", "$.title", "this", "that");
        let mut problems = [problem.clone().at(known), problem.clone()];
        locate(TEXT, &mut problems);
        assert_eq!(problems[0].place, Some(known));
        let mut problems = [problem];
        locate("{\"title\": ", &mut problems);
        assert_eq!(problems[0].place, None);
    }
}

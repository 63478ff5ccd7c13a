//! What a screen reader is given, as text that can be read and compared.

use std::{collections::HashMap, fmt::Write as _};

use serde_json::{Value, json};

use crate::{Outcome, reader::Reader};

/// What is told of a thing beside its role and name.
const TOLD: [&str; 9] =
    ["level", "disabled", "expanded", "live", "atomic", "modal", "focused", "setsize", "posinset"];

/// The accessibility tree below the first such element, a line for each thing in it, further to the
/// right what is within. What the browser leaves out of the tree is left out, its children are not.
///
/// # Errors
/// When there is no such element.
pub async fn tree(reader: &Reader, selector: &str) -> Outcome<String> {
    reader.cdp("Accessibility.enable", json!({})).await?;
    let document = reader.cdp("DOM.getDocument", json!({"depth": 0})).await?;
    let within = json!({"nodeId": document["root"]["nodeId"], "selector": selector});
    let found = reader.cdp("DOM.querySelector", within).await?;
    let described = reader.cdp("DOM.describeNode", json!({"nodeId": found["nodeId"]})).await?;
    let element = &described["node"]["backendNodeId"];
    let all = reader.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = all["nodes"].as_array().cloned().unwrap_or_default();
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let top = nodes.iter().find(|node| node["backendDOMNodeId"] == *element);
    let top = top.ok_or_else(|| format!("{selector} is not in the accessibility tree"))?;
    let mut text = String::new();
    write_down(top, &by_id, 0, &mut text);
    Ok(text)
}

fn write_down(node: &Value, all: &HashMap<&str, &Value>, depth: usize, text: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    // Lines of a text are the browser's matter.
    if role == "InlineTextBox" {
        return;
    }
    let quiet = node["ignored"] == true || matches!(role, "none" | "generic");
    if !quiet {
        // Writing to a text cannot fail.
        let _written = write!(text, "{:1$}{role}", "", depth * 2);
        if let Some(name) = node["name"]["value"].as_str().filter(|name| !name.is_empty()) {
            let _written = write!(text, " {name:?}");
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let name = property["name"].as_str().unwrap_or_default();
            let value = &property["value"]["value"];
            if TOLD.contains(&name) {
                let _written = write!(text, " {name}={value}");
            }
        }
        text.push('\n');
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| all.get(id)) {
            write_down(child, all, depth + usize::from(!quiet), text);
        }
    }
}

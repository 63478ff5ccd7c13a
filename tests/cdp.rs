//! The browser's own protocol, for what WebDriver has no word for.

use std::sync::Arc;

use http::Method;
use serde_json::{Value, json};
use thirtyfour::{
    WebDriver,
    common::command::{Command, ExtensionCommand},
    error::WebDriverResult,
};

/// Sends a command of the browser's own protocol.
pub(crate) async fn send(
    driver: &WebDriver,
    command: &str,
    parameters: Value,
) -> WebDriverResult<Value> {
    let command = Chrome { command: command.to_owned(), parameters };
    driver.cmd(Command::ExtensionCommand(Box::new(command))).await?.value()
}

#[derive(Debug)]
struct Chrome {
    command: String,
    parameters: Value,
}

impl ExtensionCommand for Chrome {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({"cmd": self.command, "params": self.parameters}))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        Arc::from("/goog/cdp/execute")
    }
}

//! What a reader can ask of a page.

use serde_json::{Value, json};
use thirtyfour::{By, error::WebDriverResult};

use crate::reader::Reader;

impl Reader {
    /// What an expression comes to in the page.
    ///
    /// # Errors
    /// When it throws.
    pub async fn js(&self, expression: &str) -> WebDriverResult<Value> {
        let answer = self.driver.execute(format!("return ({expression})"), vec![]).await?;
        Ok(answer.json().clone())
    }

    /// The same, as a text; anything else is an empty one.
    ///
    /// # Errors
    /// When it throws.
    pub async fn text(&self, expression: &str) -> WebDriverResult<String> {
        Ok(self.js(expression).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The same, as a number; anything else is none.
    ///
    /// # Errors
    /// When it throws.
    pub async fn number(&self, expression: &str) -> WebDriverResult<f64> {
        Ok(self.js(expression).await?.as_f64().unwrap_or(f64::NAN))
    }

    /// How many elements there are.
    ///
    /// # Errors
    /// When the selector is none.
    pub async fn count(&self, selector: &str) -> WebDriverResult<usize> {
        Ok(self.driver.find_all(By::Css(selector)).await?.len())
    }

    /// The text of the first such element, as it is in the document; nothing where there is none.
    ///
    /// # Errors
    /// When the selector is none.
    pub async fn says(&self, selector: &str) -> WebDriverResult<String> {
        let selector = json!(selector);
        self.text(&format!("document.querySelector({selector})?.textContent.trim() ?? ''")).await
    }

    /// The texts of all such elements.
    ///
    /// # Errors
    /// When the selector is none.
    pub async fn all_say(&self, selector: &str) -> WebDriverResult<Vec<String>> {
        let selector = json!(selector);
        let texts = self
            .js(&format!(
                "[...document.querySelectorAll({selector})].map((e) => e.textContent.trim())"
            ))
            .await?;
        let texts = texts.as_array().cloned().unwrap_or_default();
        Ok(texts.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// The page's headline.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn headline(&self) -> WebDriverResult<String> {
        self.says("h1").await
    }

    /// Whether the page is no wider than its window. Not `innerWidth`: on a phone that grows with
    /// what is too wide, and a credit once made pages a fifth too wide that nobody saw here.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn fits(&self) -> WebDriverResult<bool> {
        let fits =
            self.js("(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.documentElement)");
        Ok(fits.await? == true)
    }

    /// Where the page is scrolled to.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn place(&self) -> WebDriverResult<f64> {
        self.number("Math.round(scrollY)").await
    }

    /// The address bar's path and fragment, without the site's own part.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn url(&self) -> WebDriverResult<String> {
        let url = self.driver.current_url().await?.to_string();
        let site = self.server.url();
        Ok(url.strip_prefix(&site).map_or(url.clone(), str::to_owned))
    }

    /// How many pages this document has told of. A page's top stands there a frame before the rest;
    /// told of is what is whole.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn pages_told(&self) -> WebDriverResult<f64> {
        self.number("watch.pages.length").await
    }

    /// What tells one document from the next.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn document(&self) -> WebDriverResult<String> {
        self.text("watch.born").await
    }
}

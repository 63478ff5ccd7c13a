//! That the other tests would notice.

use std::fs;

use e2e::{Outcome, kit::PLAIN, site::Site, visit::desk};
use host::{Fault, On};

#[tokio::test]
async fn a_page_that_moves_is_noticed() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.wait(700).await;
            let push = "!!document.querySelector('.masthead').after(\
                Object.assign(document.createElement('p'), {textContent: 'moved'}))";
            reader.js(push).await?;
            reader.until("watch.shifts.length > 0").await
        })
        .await
}

#[tokio::test]
async fn a_complaint_on_the_console_is_noticed() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            assert!(reader.is_quiet().await.is_ok(), "quiet at first");
            reader.js("void console.warn('careful')").await?;
            assert!(reader.is_quiet().await.is_err(), "a warning");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_the_policy_refuses_is_noticed() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.js("void (new Image().src = 'https://noi-khac.example/a.png')").await?;
            reader.until("watch.refused.length === 1").await?;
            assert!(reader.is_quiet().await.is_err(), "a refusal");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_the_policy_refuses_where_no_script_runs_is_noticed() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.script_off().await?;
            let path = Site::Kit.folder()?.join(PLAIN).join("index.html");
            let page = fs::read_to_string(path)?.replace("<h1", "<h1 style=color:red");
            reader.faults().add(On::path(format!("/{PLAIN}")), Fault::Body(page.into_bytes()));
            reader.load(PLAIN).await?;
            reader.until_console_says("Content Security Policy").await?;
            assert!(reader.is_quiet().await.is_err(), "a refusal");
            Ok(())
        })
        .await
}

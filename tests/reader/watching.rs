//! That the other tests would notice.

use e2e::{Outcome, kit::PLAIN, visit::desk};

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

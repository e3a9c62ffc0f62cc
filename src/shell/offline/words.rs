use abacus_core::text::{Text, text};

use crate::shell::offline::CacheStatus;

const SAVING: Text =
    text("正在存到这台设备上，存好后离线也能用…", "Saving the app on this device, so that it works offline…");
const READY: Text = text("离线可用 ✓", "Works offline ✓");
const FAILED: Text = text(
    "没能全部存到这台设备上，离线时可能打不开。下次打开时再试。",
    "Not all of the app could be saved on this device, so it may not open offline. It will be tried again next time.",
);
const INSECURE: Text =
    text("网址不是 https 开头，离线时打不开。", "This address is not https, so the app does not work offline.");
const UNSUPPORTED: Text = text(
    "浏览器不让本应用存到设备上（无痕窗口也会这样），离线时打不开。",
    "The browser does not let the app be saved, perhaps because the window is private, so it does not work offline.",
);
const OFF: Text = text("本站目前不提供离线使用。", "This site does not offer offline use at present.");
const NEW: Text =
    text("有新版本，下次打开页面时启用。", "There is a new version. The next page you open will have it.");
pub(super) const UPDATE: Text = text("现在更新", "Update now");
/// Something would be lost by updating now.
pub(super) const UNFINISHED: Text = text(
    "这一页还有没做完或没保存的内容。请先做完，再更新。",
    "Something on this page is unfinished or not saved. Finish it first, then update.",
);
pub(super) const BY_CLICK: Text =
    text("可以装到桌面或主屏幕，打开更快，离线也能用。", "You can install the app: it opens faster and works offline.");
pub(super) const INSTALL: Text = text("安装", "Install");
pub(super) const BY_MENU: Text = text(
    "想放到主屏幕，点浏览器的“分享”，再点“添加到主屏幕”。",
    "To put the app on your home screen, tap Share in the browser, then Add to Home Screen.",
);

/// `None` while the status is unknown.
pub(super) const fn status(status: &CacheStatus) -> Option<Text> {
    match status {
        CacheStatus::Unknown => None,
        CacheStatus::Saving => Some(SAVING),
        CacheStatus::Ready => Some(READY),
        CacheStatus::Failed => Some(FAILED),
        CacheStatus::Insecure => Some(INSECURE),
        CacheStatus::Unsupported => Some(UNSUPPORTED),
        CacheStatus::Off => Some(OFF),
        CacheStatus::New(_) => Some(NEW),
    }
}

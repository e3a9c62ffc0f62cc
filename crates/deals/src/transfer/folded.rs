//! Normalises characters to compare names and words: a full-width one to its ordinary form, and a traditional one to
//! its simplified form, as far as it occurs in our words.

use super::half_width::half_width;

/// Pairs of a traditional and a simplified form. Of the search's table, which is a separate chunk, only those in names
/// of columns, stages, units, totals and days.
const FORMS: &str = "專专丟丢係系備备價价億亿別别劃划動动務务匯汇員员單单報报屬属幣币彆别彙汇後后態态戶户時时會会業业標标機机滙汇為为營营\
爲为狀状現现禮礼稅税種种稱称簡简簽签籤签約约結结經经總总繫系聯联萬万號号訂订計计記记訪访註注說说説说諾诺負负貨货責责\
賬账贏赢輸输週周進进銷销錶表間间階阶項项預预題题額额點点";

/// A character in the form in which it is compared.
pub(super) fn folded(character: char) -> char {
    let plain = half_width(character);
    let mut forms = FORMS.chars();
    if plain.is_ascii() {
        return plain;
    }
    while let (Some(traditional), Some(simplified)) = (forms.next(), forms.next()) {
        if traditional == plain {
            return simplified;
        }
    }
    plain
}

use super::{
    Assessment, Chance, ContactDays, Contender, Factor, Grade, Ground, Lead, Level, Need, Purchase, Rating, Score,
    Size, SubScore, TasAnswer, TasQuestion, Urgency,
};

/// One change to an assessment; `None` clears a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessmentEdit {
    /// Sets one of [`Assessment::value`].
    Score(SubScore, Option<Score>),
    /// Sets [`Assessment::ground`].
    Ground(Option<Ground>),
    /// Sets [`Assessment::lead`].
    Lead(Option<Lead>),
    /// Sets one of [`Assessment::factors`].
    Factor(Factor, Option<Rating>),
    /// Sets [`Assessment::need`].
    Need(Option<Need>),
    /// Sets [`Assessment::chance`].
    Chance(Option<Chance>),
    /// Sets [`Assessment::purchase`].
    Purchase(Option<Purchase>),
    /// Sets [`Assessment::grade`].
    Grade(Option<Grade>),
    /// Sets [`Assessment::contact_days`].
    ContactDays(Option<ContactDays>),
    /// Sets [`Assessment::buying_potential`].
    BuyingPotential(Option<Level>),
    /// Sets [`Assessment::share`].
    Share(Option<Level>),
    /// Sets [`Assessment::current_value`].
    CurrentValue(Option<Size>),
    /// Sets [`Assessment::future_value`].
    FutureValue(Option<Size>),
    /// Sets [`Assessment::urgency`].
    Urgency(Option<Urgency>),
    /// Sets the answer to a question of [`Assessment::tas`].
    Tas(Contender, TasQuestion, Option<TasAnswer>),
}

impl Assessment {
    /// Makes one change.
    pub fn apply(&mut self, edit: AssessmentEdit) {
        match edit {
            AssessmentEdit::Score(what, Some(score)) => {
                self.value.given.insert(what, score);
            }
            AssessmentEdit::Score(what, None) => {
                self.value.given.remove(&what);
            }
            AssessmentEdit::Ground(ground) => self.ground = ground,
            AssessmentEdit::Lead(lead) => self.lead = lead,
            AssessmentEdit::Factor(factor, Some(rating)) => {
                self.factors.rated.insert(factor, rating);
            }
            AssessmentEdit::Factor(factor, None) => {
                self.factors.rated.remove(&factor);
            }
            AssessmentEdit::Need(need) => self.need = need,
            AssessmentEdit::Chance(chance) => self.chance = chance,
            AssessmentEdit::Purchase(purchase) => self.purchase = purchase,
            AssessmentEdit::Grade(grade) => self.grade = grade,
            AssessmentEdit::ContactDays(days) => self.contact_days = days,
            AssessmentEdit::BuyingPotential(level) => self.buying_potential = level,
            AssessmentEdit::Share(level) => self.share = level,
            AssessmentEdit::CurrentValue(size) => self.current_value = size,
            AssessmentEdit::FutureValue(size) => self.future_value = size,
            AssessmentEdit::Urgency(urgency) => self.urgency = urgency,
            AssessmentEdit::Tas(who, question, answer) => self.tas.of_mut(who).line_mut(question).answer = answer,
        }
    }
}

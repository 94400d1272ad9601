// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/completion.h"

#include <QLineEdit>

#include <functional>
#include <optional>

namespace kit {

class Label;

/// A key of a filter, as it is offered while one types.
struct FilterKey
{
    QString key;
    QString op; ///< that is put behind it: a colon, >= and the like
    QString meaning;
    std::function<QStringList()> values = {}; ///< known ones; none: what stands behind it cannot be guessed
};

/// The field a filter is typed in: terms between spaces, of which each may have a key. Keys and their known
/// values are offered at the cursor: the arrows choose, Tab takes. What is wrong with the filter is said in a
/// line of its own.
class FilterField final : public QLineEdit
{
    Q_OBJECT
public:
    /// `name`: what screen readers call it.
    explicit FilterField(const QString &name, QWidget *parent = nullptr);

    void setKeys(const QList<FilterKey> &keys) { m_keys = keys; }
    /// The line that says what is wrong, to be put below; seen only while something is.
    [[nodiscard]] QWidget *flawLine() const { return m_flawLine; }
    /// An empty sentence: nothing is wrong.
    void setFlaw(const QString &sentence);
    /// Ctrl+F in `page` goes to the field.
    void findFrom(QWidget *page);
    [[nodiscard]] const Completion &completion() const { return *m_completion; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// The part of the text that would be put in another's place, and what was typed of it.
    struct Begun
    {
        int start = 0;
        QString typed;
        const FilterKey *key = nullptr; ///< whose value it is
    };
    /// What may be meant.
    struct Offer
    {
        QString text;
        Choice choice;
        bool isWhole = true; ///< a space follows
    };

    [[nodiscard]] std::optional<Begun> begun() const;
    [[nodiscard]] QList<Offer> offersFor(const Begun &begun) const;
    void propose();
    void offer(const QList<Offer> &offers);
    void takeChosen();
    [[nodiscard]] bool completes(const QKeyEvent &event);

    QList<FilterKey> m_keys;
    Completion *m_completion;
    QList<Offer> m_offers;
    QWidget *m_flawLine;
    Label *m_flaw;
};

} // namespace kit

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/cardbook.h"
#include "client/chat.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace chat {

/// Something that may be meant by what is being typed.
struct Proposal
{
    QString text; ///< what is put in its place
    QString title;
    QString detail;
    std::optional<Card> card = std::nullopt; ///< what goes along with the message
};

/// What may be meant by the word before the cursor: people after @, things after #, commands after a slash
/// that begins the text. Best first, a few of them.
[[nodiscard]] QList<Proposal> proposalsFor(const QString &word, bool isFirst, const client::Chat &chat,
                                           const CardBook &cards);

/// The list of proposals over the field one types in. The keyboard stays in the field, which hands on the
/// arrows; what is chosen is told to screen readers as it changes.
class Completion final : public QFrame
{
    Q_OBJECT
public:
    explicit Completion(QWidget *field);

    /// An empty list hides it.
    void setProposals(const QList<Proposal> &proposals);
    void move(int rows);
    [[nodiscard]] const Proposal *chosen() const;
    /// Puts it above the field.
    void place();

Q_SIGNALS:
    void picked();

private:
    void tell();

    QWidget *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QList<Proposal> m_proposals;
};

} // namespace chat

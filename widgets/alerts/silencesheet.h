// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertsheet.h"
#include "catalog/silences.h"
#include "client/mirror.h"

class QLineEdit;

namespace alerts {

class MatcherList;
class UntilBox;

/// Asks which alerts nobody is to be told of, until when, and why.
class SilenceSheet final : public AlertSheet
{
    Q_OBJECT
public:
    /// `from` is what it begins with; with an id it is changed.
    SilenceSheet(client::Mirror &mirror, const Silence &from, QWidget *parent);

    [[nodiscard]] SetSilence command() const;
    void accept() override;

Q_SIGNALS:
    /// Somebody wants it so. The sheet is closed by who does it.
    void wanted(const SetSilence &command);

private:
    void look();

    QString m_id;
    QDateTime m_now;
    MatcherList *m_matchers;
    UntilBox *m_until;
    QLineEdit *m_reason;
};

} // namespace alerts

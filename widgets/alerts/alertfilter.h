// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertcolumns.h"
#include "client/filterterms.h"

#include <functional>

namespace alerts {

/// What a filter looks at.
struct AlertSubject
{
    const Alert &alert;
    const QByteArray &text; ///< as searchText has it
    const AlertSetting &setting;
    bool isMine = false;
};

/// Which alerts a person wants to see. Terms as everywhere: words of title, message, labels and device,
/// `sev>=high`, `state:open`, `is:silenced`, `device:core-sw-01`, `rule:device-down`, `owner:dana`,
/// `label:site=north`, `since:15m`, `times>3`, and any of these with a `!` or a `-` before it.
class AlertFilter
{
public:
    struct Reading;

    /// Reads what was typed; nothing typed lets everything through.
    [[nodiscard]] static Reading read(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool passes(const AlertSubject &subject) const;
    /// The words alone, for who cannot look at the rest.
    [[nodiscard]] const QStringList &words() const { return m_words; }
    /// No alert that is less severe passes.
    [[nodiscard]] int leastSeverity() const { return m_leastSeverity; }

private:
    friend class AlertFilterReader;

    struct Term
    {
        std::function<bool(const AlertSubject &)> holds;
        bool isNegated = false;
    };

    std::vector<Term> m_terms;
    QStringList m_words;
    int m_leastSeverity = 1;
};

struct AlertFilter::Reading
{
    AlertFilter filter;
    std::optional<client::FilterFlaw> flaw; ///< set: the filter is not to be used
};

/// What words are looked for in: folded, a line between the parts, of bounded length.
[[nodiscard]] QByteArray searchText(const Alert &alert, const AlertSetting &setting);

} // namespace alerts

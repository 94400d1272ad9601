// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/tokens.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace settings {

/// What programs sign in with, for administrators.
class TokensPanel final : public ListPanel
{
    Q_OBJECT
public:
    explicit TokensPanel(client::Mirror &mirror, QWidget *parent = nullptr);

    void refresh() override;

private:
    [[nodiscard]] QList<Column<identity::ApiToken>> columns() const;
    void make();
    void showSecret(const identity::AddToken::Reply &made);
    void revoke();

    Records<identity::ApiToken> m_tokens;
    QAction *m_revoke;
};

} // namespace settings

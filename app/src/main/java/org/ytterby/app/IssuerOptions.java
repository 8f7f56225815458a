package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.identity.Issuer;
import picocli.CommandLine.Option;

/// The options that name an issuer of tokens.
final class IssuerOptions {
    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description = "OpenID Connect issuer whose tokens count too (default: none)")
    private @Nullable String url;

    @Option(
            names = "--oidc-audience",
            paramLabel = "NAME",
            description = "audience that its tokens must be meant for (default: ytterby)")
    private String audience = "ytterby";

    @Option(
            names = "--oidc-name-claim",
            paramLabel = "CLAIM",
            description = "claim that identifies a person (default: sub)")
    private String name = Issuer.Claims.USUAL.name();

    @Option(
            names = "--oidc-organisation-claim",
            paramLabel = "CLAIM",
            description = "claim with the party code of their organisation (default: organisation)")
    private String organisation = Issuer.Claims.USUAL.organisation();

    @Option(
            names = "--oidc-roles-claim",
            paramLabel = "CLAIM",
            description = "claim with their roles, such as realm_access.roles (default: roles)")
    private String roles = Issuer.Claims.USUAL.roles();

    @Option(
            names = "--oidc-jurisdiction-claim",
            paramLabel = "CLAIM",
            description =
                    "claim with national or a region, for roles of an authority (default: jurisdiction)")
    private String jurisdiction = Issuer.Claims.USUAL.jurisdiction();

    @Option(
            names = "--oidc-client-id",
            paramLabel = "ID",
            description =
                    "what the issuer knows this service as: people then sign in there on pages (default: they do not)")
    private @Nullable String clientId;

    @Option(
            names = "--oidc-client-secret-file",
            paramLabel = "FILE",
            description = "file that holds the client's secret (default: a public client)")
    private @Nullable Path clientSecretFile;

    @Option(
            names = "--oidc-return-to",
            paramLabel = "URL",
            description =
                    "address of this service as people reach it, such as https://ledger.example")
    private String address = "";

    private Issuer.@Nullable Client client() {
        String id = clientId;
        Path file = clientSecretFile;
        if (id == null) {
            return null;
        }
        try {
            String secret = file == null ? "" : Files.readString(file).strip();
            return Refused.unlessFit(
                    "--oidc-client-id, --oidc-return-to",
                    () -> new Issuer.Client(id, secret, address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return null if none was named
    @Nullable Issuer issuer() {
        String asked = url;
        Issuer.Client client = client();
        return asked == null
                ? null
                : Refused.unlessFit(
                        "--oidc-issuer",
                        () ->
                                new Issuer(
                                        asked,
                                        audience,
                                        new Issuer.Claims(name, organisation, roles, jurisdiction),
                                        client));
    }
}

package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.identity.Issuer;
import org.ytterby.server.web.PublicUrl;
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
                    "what the issuer knows this service as: people then sign in there on pages, and come back to --public-url (default: they do not)")
    private @Nullable String clientId;

    @Option(
            names = "--oidc-client-secret-file",
            paramLabel = "FILE",
            description = "file that holds the client's secret (default: a public client)")
    private @Nullable Path clientSecretFile;

    private Issuer.@Nullable Client client(@Nullable PublicUrl address) {
        String id = clientId;
        Path file = clientSecretFile;
        if (id == null) {
            return null;
        }
        try {
            String secret = file == null ? "" : Files.readString(file).strip();
            return Refused.unlessFit(
                    "--oidc-client-id, --public-url",
                    () ->
                            new Issuer.Client(
                                    id, secret, address == null ? "" : address.uri().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param address where people reach the service; null if that was not said
    /// @return null if none was named
    @Nullable Issuer issuer(@Nullable PublicUrl address) {
        String asked = url;
        Issuer.Client client = client(address);
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

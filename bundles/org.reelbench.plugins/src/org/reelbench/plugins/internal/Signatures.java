package org.reelbench.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.PluginPolicy;

/**
 * Looks at who signed an archive. One that is signed at all must be signed whole, by one and the same signer. For every thread.
 *
 * @param policy who must have signed
 * @param trusted the folder of certificates that are trusted
 */
record Signatures(PluginPolicy policy, Path trusted) {

    /** What the signature itself consists of, which it cannot cover. */
    private static final Pattern OF_SIGNATURE = Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");

    /** Checks the entries of an archive, all of which have been read. */
    void check(JarFile jar, List<JarEntry> entries, String shown) throws IOException, PluginException {
        @Nullable
        Set<CodeSigner> common = null;
        boolean signed = false;
        @Nullable
        String bare = null;
        for (JarEntry entry : entries) {
            if (entry.isDirectory() || OF_SIGNATURE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches()) {
                continue;
            }
            CodeSigner[] signers = entry.getCodeSigners();
            if (signers == null || signers.length == 0) {
                bare = entry.getName();
                continue;
            }
            signed = true;
            Set<CodeSigner> own = new HashSet<>(List.of(signers));
            if (common != null) {
                own.retainAll(common);
            }
            common = own;
        }
        // A manifest that lists digests of entries that are not there any more is allowed; entries it does not list are not.
        if (bare != null && (signed || holdsSignature(entries))) {
            throw refused(shown + " is signed, but not '" + bare + "' in it; get it again from who made it");
        }
        if (signed && (common == null || common.isEmpty())) {
            throw refused(shown + " is signed in parts by different signers; get it again from who made it");
        }
        if (policy == PluginPolicy.TRUSTED && (common == null || common.stream().noneMatch(this::isTrusted))) {
            throw refused(shown + (signed ? " is signed by nobody who is trusted" : " is not signed")
                    + "; put the signer's certificate into " + trusted
                    + ", or allow unsigned plug-ins with -Dreelbench.plugins.policy=any");
        }
    }

    private static boolean holdsSignature(List<JarEntry> entries) {
        return entries.stream().map(entry -> entry.getName().toUpperCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("META-INF/") && name.endsWith(".SF"));
    }

    private boolean isTrusted(CodeSigner signer) {
        List<Certificate> chain = List.copyOf(signer.getSignerCertPath().getCertificates());
        try {
            // Whoever vouches counts only if each certificate really was signed by the next.
            Set<Certificate> accepted = certificates();
            @Nullable
            Certificate before = null;
            for (Certificate certificate : chain) {
                if (before != null) {
                    before.verify(certificate.getPublicKey());
                }
                if (certificate instanceof X509Certificate dated) {
                    dated.checkValidity();
                }
                if (accepted.contains(certificate)) {
                    return true;
                }
                before = certificate;
            }
            return false;
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private Set<Certificate> certificates() throws IOException, GeneralSecurityException {
        Set<Certificate> found = new HashSet<>();
        if (!Files.isDirectory(trusted)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(trusted, "*.{pem,crt,cer}")) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    found.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
                }
            }
        }
        return found;
    }

    private static PluginException refused(String message) {
        return new PluginException(Reason.SIGNATURE, message, null);
    }
}

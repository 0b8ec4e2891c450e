package org.reelbench.cli.internal.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.Cancellation;

/**
 * A p2 site at an address: its index of artifacts names the bundles, which are fetched and compared with the hashes that stand there.
 * One thread.
 */
final class PluginSite {

    private static final int INDEX_BYTES = 16 << 20;
    private static final long BUNDLE_BYTES = 256L << 20;
    private static final int MOST_BUNDLES = 200;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private final URI site;
    private final Cancellation cancellation;

    /** One bundle of the index; the hash is empty where the site gives none. */
    private record Bundle(String id, String version, String sha256) {

        String file() {
            return id + "_" + version + ".jar";
        }
    }

    PluginSite(String address, Cancellation cancellation) throws CommandException {
        try {
            site = URI.create(address.endsWith("/") ? address : address + "/");
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "'" + address + "' is no address", e);
        }
        this.cancellation = cancellation;
    }

    static boolean isAddress(String word) {
        return word.startsWith("http://") || word.startsWith("https://");
    }

    /** Fetches all bundles into a folder. */
    List<Path> fetch(Path folder) throws CommandException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            List<Bundle> bundles = index(client);
            if (bundles.isEmpty() || bundles.size() > MOST_BUNDLES) {
                throw broken(bundles.isEmpty() ? "it names no bundle" : "it names more than " + MOST_BUNDLES + " bundles");
            }
            List<Path> files = new ArrayList<>();
            for (Bundle bundle : bundles) {
                files.add(fetch(client, bundle, folder));
            }
            return files;
        } catch (IOException e) {
            throw new CommandException(ExitCode.NOT_AVAILABLE, site + " cannot be read: " + e, e);
        }
    }

    private List<Bundle> index(HttpClient client) throws IOException, InterruptedException, CommandException {
        HttpResponse<InputStream> packed = get(client, "artifacts.jar");
        try (ZipInputStream zip = new ZipInputStream(packed.body())) {
            if (packed.statusCode() == 200 && zip.getNextEntry() != null) {
                return bundles(zip.readNBytes(INDEX_BYTES));
            }
        }
        HttpResponse<InputStream> plain = get(client, "artifacts.xml");
        try (InputStream in = plain.body()) {
            if (plain.statusCode() == 200) {
                return bundles(in.readNBytes(INDEX_BYTES));
            }
        }
        throw broken("there is neither artifacts.jar nor artifacts.xml");
    }

    private HttpResponse<InputStream> get(HttpClient client, String name) throws IOException, InterruptedException {
        cancellation.check();
        return client.send(HttpRequest.newBuilder(site.resolve(name)).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private List<Bundle> bundles(byte[] index) throws CommandException {
        List<Bundle> bundles = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(index));
            @Nullable
            Bundle open = null;
            while (xml.hasNext()) {
                int what = xml.next();
                if (what == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("artifact")
                        && "osgi.bundle".equals(xml.getAttributeValue(null, "classifier"))) {
                    open = new Bundle(word(xml, "id"), word(xml, "version"), "");
                } else if (what == XMLStreamConstants.START_ELEMENT && open != null
                        && "download.checksum.sha-256".equals(xml.getAttributeValue(null, "name"))) {
                    open = new Bundle(open.id, open.version, xml.getAttributeValue(null, "value"));
                } else if (what == XMLStreamConstants.END_ELEMENT && open != null && xml.getLocalName().equals("artifact")) {
                    bundles.add(open);
                    open = null;
                }
            }
            return bundles;
        } catch (XMLStreamException e) {
            throw new CommandException(ExitCode.INPUT, site + " is no p2 site to install from: its index is no XML", e);
        }
    }

    /** Names become names of files and parts of addresses, so they are looked at. */
    private String word(XMLStreamReader xml, String attribute) throws CommandException {
        @Nullable
        String word = xml.getAttributeValue(null, attribute);
        if (word == null || !WORD.matcher(word).matches()) {
            throw broken("its index names a bundle without " + attribute);
        }
        return word;
    }

    private Path fetch(HttpClient client, Bundle bundle, Path folder) throws IOException, InterruptedException, CommandException {
        HttpResponse<InputStream> response = get(client, "plugins/" + bundle.file());
        Path file = folder.resolve(bundle.file());
        MessageDigest digest = sha256();
        try (InputStream in = response.body(); OutputStream out = Files.newOutputStream(file)) {
            if (response.statusCode() != 200) {
                throw broken(bundle.file() + " is in its index, but not there");
            }
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = BUNDLE_BYTES;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                cancellation.check();
                left -= count;
                if (left < 0) {
                    throw broken(bundle.file() + " is larger than " + (BUNDLE_BYTES >> 20) + " MiB");
                }
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        if (!bundle.sha256.isEmpty() && !bundle.sha256.equalsIgnoreCase(HexFormat.of().formatHex(digest.digest()))) {
            throw broken(bundle.file() + " is not the file that its index names");
        }
        return file;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private CommandException broken(String why) {
        return new CommandException(ExitCode.INPUT, site + " is no p2 site to install from: " + why);
    }
}

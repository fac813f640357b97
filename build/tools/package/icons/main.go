// Icons makes the icons of each system from the pictures in a folder:
//
//	icons DIR syso OUT VERSION   the Windows resource: icon, manifest and version
//	icons DIR icns OUT           the macOS icon
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 5 && args[1] == "syso":
		return syso(args[0], args[2], args[3], winres.Arch(args[4]))
	case len(args) == 3 && args[1] == "icns":
		return icns(args[0], args[2])
	case len(args) == 3 && args[1] == "ico":
		return ico(args[0], args[2])
	default:
		return fmt.Errorf("usage: icons DIR syso OUT VERSION ARCH | icons DIR icns|ico OUT")
	}
}

func icon(dir string) (*winres.Icon, error) {
	pictures := []image.Image{}
	for _, size := range []int{16, 24, 32, 48, 64, 128, 256} {
		f, err := os.Open(filepath.Join(dir, fmt.Sprintf("relais-%d.png", size)))
		if err != nil {
			return nil, err
		}
		picture, err := png.Decode(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		pictures = append(pictures, picture)
	}
	return winres.NewIconFromImages(pictures)
}

func ico(dir, out string) error {
	ic, err := icon(dir)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := ic.SaveICO(&b); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

func syso(dir, out, number string, arch winres.Arch) error {
	ic, err := icon(dir)
	if err != nil {
		return err
	}
	rs := winres.ResourceSet{}
	// Wails takes the window's icon from the resource with this number.
	if err := rs.SetIcon(winres.ID(3), ic); err != nil {
		return err
	}
	rs.SetManifest(winres.AppManifest{
		Identity:            winres.AssemblyIdentity{Name: "app.relais", Version: [4]uint16{}},
		Description:         "Relais",
		Compatibility:       winres.Win10AndAbove,
		ExecutionLevel:      winres.AsInvoker,
		DPIAwareness:        winres.DPIPerMonitorV2,
		UseCommonControlsV6: true,
		LongPathAware:       true,
	})
	info := version.Info{}
	info.SetFileVersion(number)
	info.SetProductVersion(number)
	for key, value := range map[string]string{version.ProductName: "Relais", version.FileDescription: "Relais", version.CompanyName: "The Relais authors", version.LegalCopyright: "The Relais authors, Apache-2.0"} {
		if err := info.Set(version.LangDefault, key, value); err != nil {
			return err
		}
	}
	rs.SetVersionInfo(info)
	var b bytes.Buffer
	if err := rs.WriteObject(&b, arch); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// icns writes Apple's icon container: a header, then each PNG under its type
// (128, 256, 512 and 1024 pixels).
func icns(dir, out string) error {
	var body bytes.Buffer
	for _, part := range []struct {
		kind string
		size int
	}{{"ic07", 128}, {"ic08", 256}, {"ic09", 512}, {"ic10", 1024}} {
		picture, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("relais-%d.png", part.size)))
		if err != nil {
			return err
		}
		body.WriteString(part.kind)
		if err := binary.Write(&body, binary.BigEndian, uint32(len(picture)+8)); err != nil {
			return err
		}
		body.Write(picture)
	}
	var b bytes.Buffer
	b.WriteString("icns")
	if err := binary.Write(&b, binary.BigEndian, uint32(body.Len()+8)); err != nil {
		return err
	}
	b.Write(body.Bytes())
	return os.WriteFile(out, b.Bytes(), 0o644)
}

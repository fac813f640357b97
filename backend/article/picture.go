package article

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // formats that pages use
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // the same
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// Bounds of a picture. What is stored is always written anew by us: a file that
// is something else besides a picture does not survive that.
const (
	MaxPictureBytes  = 12 << 20
	maxPicturePixels = 40 << 20
	pictureWidth     = 1280
	leastPicture     = 32 // pixels; smaller ones are dots and trackers
)

// ErrNoPicture says that bytes are no picture that is worth storing.
var ErrNoPicture = errors.New("article: not a picture")

// reencode reads a picture and writes it anew, at most pictureWidth wide.
func reencode(raw []byte) (p Picture, err error) {
	defer func() {
		if r := recover(); r != nil { // decoders have panicked on hostile files before
			err = fmt.Errorf("%w: %v", ErrNoPicture, r)
		}
	}()
	if len(raw) > MaxPictureBytes {
		return Picture{}, ErrNoPicture
	}
	cfg, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || cfg.Width < leastPicture || cfg.Height < leastPicture || cfg.Width*cfg.Height > maxPicturePixels {
		return Picture{}, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	img, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return Picture{}, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	b := img.Bounds()
	if b.Dx() > pictureWidth {
		small := image.NewNRGBA(image.Rect(0, 0, pictureWidth, max(1, b.Dy()*pictureWidth/b.Dx())))
		draw.ApproxBiLinear.Scale(small, small.Bounds(), img, b, draw.Src, nil)
		img = small
	}
	var buf bytes.Buffer
	p.Type = "image/jpeg"
	if translucent(img) {
		p.Type = "image/png"
		err = png.Encode(&buf, img)
	} else {
		err = jpeg.Encode(&buf, img, &jpeg.Options{Quality: 82})
	}
	if err != nil {
		return Picture{}, fmt.Errorf("article: picture: %w", err)
	}
	sum := sha256.Sum256(buf.Bytes())
	p.Hash, p.Data, p.Size = hex.EncodeToString(sum[:16]), buf.Bytes(), buf.Len()
	p.Width, p.Height = img.Bounds().Dx(), img.Bounds().Dy()
	return p, nil
}

// translucent samples whether a picture has transparent parts.
func translucent(img image.Image) bool {
	if o, ok := img.(interface{ Opaque() bool }); ok {
		return !o.Opaque()
	}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += max(1, b.Dy()/32) {
		for x := b.Min.X; x < b.Max.X; x += max(1, b.Dx()/32) {
			if color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA).A < 255 {
				return true
			}
		}
	}
	return false
}

// AddPicture stores a picture of an article under the address that it had on
// the page. leading makes it the one that stands for the article.
func (s *Service) AddPicture(ctx context.Context, id int64, address string, raw []byte, leading bool) error {
	p, err := reencode(raw)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(ctx context.Context) error {
		w := s.db.Write(ctx)
		if err := w.Clauses(clause.OnConflict{DoNothing: true}).Create(&p).Error; err != nil {
			return err
		}
		link := articlePicture{ArticleID: id, URL: address, Hash: p.Hash}
		if err := w.Clauses(clause.OnConflict{UpdateAll: true}).Create(&link).Error; err != nil {
			return err
		}
		if leading {
			return w.Model(&Article{}).Where("id = ?", id).Update("picture", p.Hash).Error
		}
		return nil
	})
}

// Picture gives a stored picture, or ErrNotFound.
func (s *Service) Picture(ctx context.Context, hash string) (Picture, error) {
	var p Picture
	err := s.db.Read(ctx).Take(&p, "hash = ?", hash).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return p, workspace.ErrNotFound
	}
	return p, err
}

// thumbnailSide is the longer side, in pixels, of what a list shows in a square
// of 56: sharp on a fine screen, and a fiftieth of the picture's memory.
const thumbnailSide = 144

// Thumbnail gives a small copy of a stored picture, cut to its middle square, as
// JPEG; or ErrNotFound.
func (s *Service) Thumbnail(ctx context.Context, hash string) (Picture, error) {
	p, err := s.Picture(ctx, hash)
	if err != nil {
		return p, err
	}
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return p, workspace.ErrNotFound
	}
	b := img.Bounds()
	side := min(b.Dx(), b.Dy())
	from := image.Rect(0, 0, side, side).Add(b.Min).Add(image.Pt((b.Dx()-side)/2, (b.Dy()-side)/2))
	small := image.NewRGBA(image.Rect(0, 0, thumbnailSide, thumbnailSide))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src) // behind what is transparent
	draw.ApproxBiLinear.Scale(small, small.Bounds(), img, from, draw.Over, nil)
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, small, &jpeg.Options{Quality: 80}); err != nil {
		return p, fmt.Errorf("article: picture: %w", err)
	}
	return Picture{Hash: hash, Type: "image/jpeg", Width: thumbnailSide, Height: thumbnailSide, Size: buf.Len(), Data: buf.Bytes()}, nil
}

// picturesOf maps the addresses of an article's pictures to stored ones.
func (s *Service) picturesOf(ctx context.Context, id int64) (map[string]string, error) {
	var rows []articlePicture
	if err := s.db.Read(ctx).Find(&rows, "article_id = ?", id).Error; err != nil {
		return nil, err
	}
	m := make(map[string]string, len(rows))
	for _, r := range rows {
		m[r.URL] = r.Hash
	}
	return m, nil
}
